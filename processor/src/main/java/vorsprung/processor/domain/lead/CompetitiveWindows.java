package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import vorsprung.processor.domain.timeline.Cursor;

/** Calendar windows one after the other, each measured when it is asked for; quiet ones too. */
final class CompetitiveWindows implements Cursor<CompetitiveWindow> {
    private final WindowSize size;
    private final Instant to;
    private final BiFunction<Instant, Instant, CompetitiveWindow> measure;
    private Instant start;

    /**
     * @param start start of the first window
     * @param to windows start before it
     * @param measure measures the window from start to end
     */
    CompetitiveWindows(
            WindowSize size, Instant start, Instant to, BiFunction<Instant, Instant, CompetitiveWindow> measure) {
        this.size = size;
        this.start = start;
        this.to = to;
        this.measure = measure;
    }

    @Override
    public boolean hasNext() {
        return start.isBefore(to);
    }

    @Override
    public CompetitiveWindow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no window starts before " + to);
        }
        Instant end = size.endOf(start);
        CompetitiveWindow window = measure.apply(start, end);
        start = end;
        return window;
    }

    @Override
    public void close() {}
}
