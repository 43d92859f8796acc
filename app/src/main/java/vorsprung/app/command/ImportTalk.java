package vorsprung.app.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import vorsprung.app.client.JsonText;
import vorsprung.app.runtime.Lifetime;
import vorsprung.app.table.SafeText;
import vorsprung.ingest.file.ImportListener;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.LineError;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.EventJson;

/** Tells a person how an import goes on: bad lines as they are met and, on a terminal, a bar with rate and time left. */
final class ImportTalk implements ImportListener, AutoCloseable {

    private static final int BYTES_PER_KB = 1_000;
    private static final int DEFAULT_WIDTH = 80;
    private static final int MOST_FIRSTS = 5;
    private static final int UPDATE_MS = 200;
    private static final int MOST_WARNINGS = 1_000;
    /** Takes the bar off its line. */
    private static final String ERASE = "\r\u001b[K";

    private final Talk talk;
    private final Lifetime lifetime;
    private final Optional<ProgressBar> bar;
    private final boolean dryRun;
    private final boolean warns;
    private final Set<String> warnings = new HashSet<>();
    private final List<String> firsts = new ArrayList<>();

    private ImportTalk(Talk talk, Lifetime lifetime, Optional<ProgressBar> bar, boolean dryRun, boolean warns) {
        this.talk = talk;
        this.lifetime = lifetime;
        this.bar = bar;
        this.dryRun = dryRun;
        this.warns = warns;
    }

    /** Talks about an import of these files, which ends with the life. */
    static ImportTalk about(ImportFiles files, Talk talk, Lifetime lifetime, boolean dryRun, boolean warns) {
        Optional<ProgressBar> bar = talk.errScreen().terminal() ? Optional.of(bar(files, talk)) : Optional.empty();
        return new ImportTalk(talk, lifetime, bar, dryRun, warns);
    }

    private static ProgressBar bar(ImportFiles files, Talk talk) {
        return new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(files.size())
                .setUnit(" kB", BYTES_PER_KB)
                .showSpeed()
                .setUpdateIntervalMillis(UPDATE_MS)
                .setConsumer(new ConsoleProgressBarConsumer(
                        System.err, talk.errScreen().width().orElse(DEFAULT_WIDTH)))
                .build();
    }

    @Override
    public void good(String file, long line, Accepted event) {
        if (dryRun && firsts.size() < MOST_FIRSTS) {
            firsts.add(JsonText.line(EventJson.of(event.type(), event.event())));
        }
    }

    @Override
    public void bad(LineError error) {
        tell(error.toString());
    }

    /** Each warning once: a company that the directory does not know may be on every line. */
    @Override
    public void warned(String file, long line, String warning) {
        if (warns && warnings.size() < MOST_WARNINGS && warnings.add(warning)) {
            tell(file + ":" + line + ": warning: " + warning);
        }
    }

    @Override
    public void progressed(String file, long bytes, long sent) {
        bar.ifPresent(shown -> shown.stepTo(bytes).setExtraMessage(sent + " events"));
        if (lifetime.isOver()) {
            throw new ImportStoppedException(file, sent);
        }
    }

    /** Tells what became of it; of a dry run, what would be published. */
    void tell(ImportResult result) {
        if (dryRun) {
            firsts.forEach(line -> talk.out().println(SafeText.line(line)));
            result.good().forEach((type, count) -> talk.out().println(count + " " + type.label()));
        }
        result.skipped().forEach((reason, count) -> talk.out().println(count + " skipped: " + reason));
        long good = result.good().values().stream().mapToLong(Long::longValue).sum();
        talk.out()
                .println((dryRun ? good + " good, " : result.published() + " published, ") + result.failed() + " bad");
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private void tell(String line) {
        if (bar.isPresent()) {
            talk.err().print(ERASE);
        }
        talk.say(line);
    }
}
