package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.TimelineView;

/** Reads results forward, instant by instant, and seeks only when an instant further on is asked for. */
final class ResultsByInstant implements AutoCloseable {
    private final TimelineView<Place, Result> results;
    private final Contestants contestants;
    private Cursor<Map.Entry<Place, Result>> cursor;
    private @Nullable Result pending;

    ResultsByInstant(TimelineView<Place, Result> results, Contestants contestants, Instant from) {
        this.results = results;
        this.contestants = contestants;
        this.cursor = results.ascending(Place.startOf(from), null);
        this.pending = read();
    }

    /** The entries of an instant that is not before one asked for earlier. */
    Collection<Entry> at(Instant instant) {
        if (pending != null && pending.place().occurredAt().isBefore(instant)) {
            cursor.close();
            cursor = results.ascending(Place.startOf(instant), null);
            pending = read();
        }
        List<Entry> entries = new ArrayList<>();
        while (pending != null && pending.place().occurredAt().equals(instant)) {
            contestants.entry(pending).ifPresent(entries::add);
            pending = read();
        }
        return entries;
    }

    /** The next instant that has results; empty at the end. */
    Optional<Instant> next() {
        return Optional.ofNullable(pending).map(result -> result.place().occurredAt());
    }

    @Override
    public void close() {
        cursor.close();
    }

    private @Nullable Result read() {
        return cursor.hasNext() ? cursor.next().getValue() : null;
    }
}
