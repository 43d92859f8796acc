package vorsprung.app.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A span of time over columns of a screen.
 *
 * @param from where the first column begins
 * @param until where the last one ends
 * @param columns how many
 */
record TimeAxis(Instant from, Instant until, int columns) {

    private static final int WIDEST = 72;
    private static final int DATES = "2025-03-31 2025-03-31".length();

    /** The axis that a screen has room for beside labels of this width; the dates below it always have room. */
    static TimeAxis on(Screen screen, int labels, Instant from, Instant until) {
        int room = Math.min(WIDEST, screen.width().orElse(WIDEST)) - labels;
        return new TimeAxis(from, until, Math.max(DATES, room));
    }

    /** The time at which a column begins, which is when the one before it ends. */
    Instant at(int column) {
        long millis = Duration.between(from, until).toMillis();
        return from.plusMillis(Math.multiplyExact(millis, column) / columns);
    }

    /** First and last day, at their ends of the axis. */
    String dates() {
        String first = Figures.day(Optional.of(from));
        String last = Figures.day(Optional.of(until));
        return first + " ".repeat(columns - first.length() - last.length()) + last;
    }
}
