package vorsprung.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vorsprung.app.runtime.Lifetime;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.file.Checkpoint;
import vorsprung.ingest.file.ImportPlan;
import vorsprung.ingest.file.ImportPlan.Format;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.Importer;
import vorsprung.ingest.file.Importer.Mode;

/** {@code vorsprung import FILE…}: events from files, straight to Kafka. */
@Command(
        name = "import",
        description = {
            "Publishes the events of files: JSON Lines, one event with its type a line, and tables (CSV).",
            "The tables of Epoch AI are known by their columns. For others, --type and --map say what the columns are.",
            "Bad lines are told as file:line: reason, the good ones are published. Importing a file again does no"
                    + " harm: equal reports count once."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung import history.jsonl",
            "  vorsprung import --dry-run ai_companies_funding_rounds.csv gpqa_diamond.csv",
            "  vorsprung import rounds.csv --type funding-round --map company=Firm --map occurredAt=Day \\",
            "      --map \"amountUsd=Raised (USD)\" --set source=\"our own list\" --dates day-first",
            "  vorsprung import --strict --bootstrap kafka:9092 --registry http://registry:8081 - <history.jsonl"
        })
public final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private final MappingOptions mapping = new MappingOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON Lines or CSV (by its ending .csv or .tsv); - is standard input.")
    private List<String> files = List.of();

    @ArgGroup
    private final HowMuch howMuch = new HowMuch();

    @Option(
            names = "--format",
            description = "What all files are: ${COMPLETION-CANDIDATES}. Default: told by the names.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = "--stdin-name",
            paramLabel = "NAME",
            description =
                    "What standard input would be called as a file; the name of a benchmark table is its benchmark.")
    private String stdinName = "standard input";

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Note in FILE how far the import is, and go on from there when FILE is there already.")
    private Optional<Path> checkpoint = Optional.empty();

    @Option(
            names = "--exact",
            description = "Take ids and names as they are, without resolving aliases: for what export has written.")
    private boolean exact;

    /** Which lines are published. */
    static final class HowMuch {
        @Option(names = "--strict", description = "Publish nothing when a line is bad.")
        private boolean strict;

        @Option(names = "--dry-run", description = "Check all lines, tell what would be published, publish nothing.")
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
        ImportPlan plan = new ImportPlan(howMuch.mode(), format, mapping.read(), checkpoint.map(Checkpoint::new));
        if (!howMuch.dryRun) {
            KafkaAdmin.connect(cluster.clientSettings(talk.environment())).close();
        }
        IngestConfig config = IngestConfig.of(cluster.settings(talk.environment()));
        try (ImportFiles opened = ImportFiles.of(files, stdinName, talk.in());
                Lifetime lifetime = Lifetime.untilSignal();
                Ingest ingest = new Ingest(config, InstantSource.system())) {
            return run(exact ? ingest.exactImporter() : ingest.importer(), plan, opened, lifetime);
        } catch (ImportStoppedException e) {
            talk.say(String.valueOf(e.getMessage()));
            return Exit.FAILED;
        }
    }

    private int run(Importer importer, ImportPlan plan, ImportFiles opened, Lifetime lifetime) throws IOException {
        ImportTalk listener = ImportTalk.about(opened, talk, lifetime, howMuch.dryRun, !exact);
        ImportResult result;
        try (listener) {
            result = importer.run(opened.files(), plan, listener);
        }
        listener.tell(result);
        if (howMuch.strict && result.failed() > 0) {
            talk.say("Nothing was published, since --strict wants all lines to be good.");
        }
        return result.failed() > 0 ? Exit.FAILED : Exit.OK;
    }
}
