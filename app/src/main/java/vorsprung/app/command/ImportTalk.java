package vorsprung.app.command;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import vorsprung.app.runtime.Lifetime;
import vorsprung.ingest.file.ImportListener;
import vorsprung.ingest.file.LineError;

/** Tells a person how an import goes on: bad lines as they are met and, on a terminal, a bar with rate and time left. */
final class ImportTalk implements ImportListener, AutoCloseable {

    private static final int BYTES_PER_KB = 1_000;
    private static final int DEFAULT_WIDTH = 80;
    private static final int UPDATE_MS = 200;
    private static final int MOST_WARNINGS = 1_000;
    /** Takes the bar off its line. */
    private static final String ERASE = "\r\u001b[K";

    private final Talk talk;
    private final Lifetime lifetime;
    private final Optional<ProgressBar> bar;
    private final Set<String> warnings = new HashSet<>();
    private long lines;

    private ImportTalk(Talk talk, Lifetime lifetime, Optional<ProgressBar> bar) {
        this.talk = talk;
        this.lifetime = lifetime;
        this.bar = bar;
    }

    /** Talks about an import of these files, which ends with the life. */
    static ImportTalk about(ImportFiles files, Talk talk, Lifetime lifetime) {
        return new ImportTalk(
                talk, lifetime, talk.errScreen().terminal() ? Optional.of(bar(files, talk)) : Optional.empty());
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
    public void bad(LineError error) {
        tell(error.toString());
    }

    /** Each warning once: a company that the directory does not know may be on every line. */
    @Override
    public void warned(String file, long line, String warning) {
        if (warnings.size() < MOST_WARNINGS && warnings.add(warning)) {
            tell(file + ":" + line + ": warning: " + warning);
        }
    }

    @Override
    public void progressed(String file, long bytes, long sent) {
        lines++;
        bar.ifPresent(shown -> shown.stepTo(bytes).setExtraMessage(sent + " events"));
        if (lifetime.isOver()) {
            throw new ImportStoppedException(file, sent);
        }
    }

    /** How many lines have been read. */
    long lines() {
        return lines;
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
