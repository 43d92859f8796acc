package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;

/** Lead windows one after the other, read off the standings as of an instant. */
final class LeadWindows implements Cursor<LeadWindow> {
    private final Cursor<Map.Entry<Instant, Standing>> standings;
    private final Instant asOf;
    private @Nullable Standing opening;

    LeadWindows(Cursor<Map.Entry<Instant, Standing>> standings, Instant asOf) {
        this.standings = standings;
        this.asOf = asOf;
        this.opening = readOn().next();
    }

    @Override
    public boolean hasNext() {
        return opening != null;
    }

    @Override
    public LeadWindow next() {
        if (opening == null) {
            throw new NoSuchElementException("no lead window after the last one");
        }
        Stretch stretch = readOn();
        LeadWindow window = LeadWindow.of(
                stretch.last() == null ? opening : stretch.last(), Optional.ofNullable(stretch.next()), asOf);
        opening = stretch.next();
        return window;
    }

    @Override
    public void close() {
        standings.close();
    }

    /** Reads up to the next opening. */
    private Stretch readOn() {
        Standing last = null;
        while (standings.hasNext()) {
            Standing standing = standings.next().getValue();
            if (standing.isOpening()) {
                return new Stretch(last, standing);
            }
            last = standing;
        }
        return new Stretch(last, null);
    }

    /**
     * @param last the last standing before the opening, absent when there is none
     * @param next the opening, absent at the end
     */
    private record Stretch(
            @Nullable Standing last, @Nullable Standing next) {}
}
