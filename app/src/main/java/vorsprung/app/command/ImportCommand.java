package vorsprung.app.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vorsprung.app.runtime.Lifetime;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.Importer.Mode;

/** {@code vorsprung import FILE…}: events from files, straight to Kafka. */
@Command(
        name = "import",
        description = {
            "Publishes the events of JSON Lines files, one event with its type a line.",
            "Bad lines are told as file:line: reason, the good ones are published. Importing a file again does no"
                    + " harm: equal reports count once."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung import history.jsonl",
            "  vorsprung import --dry-run history.jsonl",
            "  vorsprung import --strict --bootstrap kafka:9092 --registry http://registry:8081 - <history.jsonl"
        })
public final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON Lines; - is standard input.")
    private List<String> files = List.of();

    @ArgGroup
    private final HowMuch howMuch = new HowMuch();

    /** Which lines are published. */
    static final class HowMuch {
        @Option(names = "--strict", description = "Publish nothing when a line is bad.")
        private boolean strict;

        @Option(names = "--dry-run", description = "Check all lines, publish nothing.")
        private boolean dryRun;

        Mode mode() {
            if (dryRun) {
                return Mode.CHECK;
            }
            return strict ? Mode.STRICT : Mode.LENIENT;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        if (!howMuch.dryRun) {
            KafkaAdmin.connect(cluster.clientSettings(talk.environment())).close();
        }
        IngestConfig config = IngestConfig.of(cluster.settings(talk.environment()));
        try (ImportFiles opened = ImportFiles.of(files, talk.in());
                Lifetime lifetime = Lifetime.untilSignal();
                Ingest ingest = new Ingest(config, InstantSource.system())) {
            return run(ingest, opened, lifetime);
        } catch (ImportStoppedException e) {
            talk.say(String.valueOf(e.getMessage()));
            return Exit.FAILED;
        }
    }

    private int run(Ingest ingest, ImportFiles opened, Lifetime lifetime) throws IOException {
        ImportTalk listener = ImportTalk.about(opened, talk, lifetime);
        ImportResult result;
        try (listener) {
            result = ingest.importer().run(opened.files(), howMuch.mode(), listener);
        }
        tell(result, listener);
        return result.failed() > 0 ? Exit.FAILED : Exit.OK;
    }

    private void tell(ImportResult result, ImportTalk listener) {
        if (howMuch.dryRun) {
            talk.out().println(listener.lines() - result.failed() + " good, " + result.failed() + " bad");
        } else {
            talk.out().println(result.published() + " published, " + result.failed() + " bad");
        }
        if (howMuch.strict && result.failed() > 0) {
            talk.say("Nothing was published, since --strict wants all lines to be good.");
        }
    }
}
