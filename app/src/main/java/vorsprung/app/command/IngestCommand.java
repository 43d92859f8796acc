package vorsprung.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.runtime.Lifetime;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;

/** {@code vorsprung ingest}: the publish gateway as a process of its own. */
@Command(
        name = "ingest",
        description = {
            "Runs the publish gateway against an existing Kafka and schema registry until SIGTERM or Ctrl-C.",
            "Settings come from a properties file and from environment variables, which win: VORSPRUNG_GATEWAY_PORT"
                    + " is gateway.port."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung ingest --config ingest.properties",
            "  VORSPRUNG_BOOTSTRAP_SERVERS=kafka:9092 \\",
            "      VORSPRUNG_SCHEMA_REGISTRY_URL=http://registry:8081 vorsprung ingest"
        })
public final class IngestCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file of the role's settings.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.chatty();
        IngestConfig config = IngestConfig.of(RoleSettings.read(file, talk.environment()));
        try (Lifetime lifetime = Lifetime.untilSignal();
                Ingest ingest = new Ingest(config, InstantSource.system())) {
            ingest.start();
            talk.say("publish gateway: " + config.http().scheme() + "://"
                    + config.http().host() + ":" + ingest.port());
            lifetime.await();
            talk.say("stopping");
        }
        return Exit.OK;
    }
}
