package vorsprung.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.runtime.Lifetime;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;

/** {@code vorsprung processor}: Kafka Streams and the query API as a process of its own. */
@Command(
        name = "processor",
        description = {
            "Runs the processor with its query API against an existing Kafka and schema registry until SIGTERM or"
                    + " Ctrl-C.",
            "Settings come from a properties file and from environment variables, which win: VORSPRUNG_API_PORT is"
                    + " api.port."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung processor --config processor.properties",
            "  VORSPRUNG_BOOTSTRAP_SERVERS=kafka:9092 \\",
            "      VORSPRUNG_SCHEMA_REGISTRY_URL=http://registry:8081 vorsprung processor",
            "  vorsprung processor --config processor.properties --rebuild"
        })
public final class ProcessorCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file of the role's settings.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--rebuild",
            paramLabel = "WHAT",
            arity = "0..1",
            fallbackValue = "LOCAL",
            description = {
                "Before the start, throws away what was computed: LOCAL (the default: this instance's state, which is"
                        + " then restored from the changelogs), or ALL (the changelogs and the group too, so that"
                        + " everything is computed anew from the event topics; no instance may run)."
            })
    private Optional<What> rebuild = Optional.empty();

    /** What is thrown away before the start. */
    enum What {
        LOCAL,
        ALL
    }

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.chatty();
        ProcessorConfig config = ProcessorConfig.of(RoleSettings.read(file, talk.environment()));
        try (Lifetime lifetime = Lifetime.untilSignal();
                Processor processor = wired(config)) {
            processor.start();
            talk.say("query API: " + (config.tls().isPresent() ? "https" : "http") + "://" + config.apiHost() + ":"
                    + processor.port());
            lifetime.dependOn("the processor", processor::awaitEnd);
            lifetime.await();
            talk.say("stopping");
        }
        return Exit.OK;
    }

    private Processor wired(ProcessorConfig config) {
        if (rebuild.filter(What.ALL::equals).isPresent()) {
            talk.say("deleting the changelogs and the group of " + config.applicationId());
            Processor.dropInternalTopics(config);
        }
        Processor processor = Processor.of(config);
        if (rebuild.isPresent()) {
            talk.say("deleting the local state in " + config.stateDir());
            processor.dropLocalState();
        }
        return processor;
    }
}
