package vorsprung.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.backup.Backup;
import vorsprung.app.backup.EventTopics;
import vorsprung.app.backup.FactTable;

/** {@code vorsprung export}: every report as JSON Lines, or the facts of now as CSV. */
@Command(
        name = "export",
        description = {
            "Writes every report on the event topics as JSON Lines, in the order that counts. `vorsprung import --exact`"
                    + " of that into an empty system gives the same answers, to the last digit.",
            "With --facts it writes the facts in force now as CSV instead."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung export --output backup.jsonl",
            "  vorsprung export | zstd >backup.jsonl.zst",
            "  vorsprung export --facts --output facts.csv"
        })
public final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Option(names = "--facts", description = "The facts in force now as CSV, not the reports behind them.")
    private boolean facts;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to FILE, which is replaced once all is written. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        Map<String, String> settings = cluster.clientSettings(talk.environment());
        KafkaAdmin.connect(settings).close();
        try (EventTopics topics = new EventTopics(settings)) {
            long written = output.isPresent() ? toFile(topics, output.get()) : write(topics, talk.out());
            talk.out().flush();
            talk.say(written + (facts ? " facts" : " reports") + " exported");
            if (topics.leftOut() > 0) {
                talk.say(topics.leftOut()
                        + " records are no reports and were left out; see vorsprung dead-letters list");
            }
        }
        return Exit.OK;
    }

    private long write(EventTopics topics, Writer out) throws IOException {
        return facts ? new FactTable(topics).write(out) : new Backup(topics, out).write();
    }

    /** Half a backup must not look like one. */
    private long toFile(EventTopics topics, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long written;
        try (Writer out = Files.newBufferedWriter(part)) {
            written = write(topics, out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }
}
