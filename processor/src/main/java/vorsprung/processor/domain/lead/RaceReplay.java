package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.domain.timeline.TimelineView;

/**
 * A race run again on the heap: from the results as known at an earlier time, without some sources, between other
 * contestants. It gives the same answers as the one that is kept.
 */
public final class RaceReplay {
    private RaceReplay() {}

    /** The race of these results, in whatever order; none of them stands at the same place as another. */
    public static RaceHistory of(Collection<Result> results, Contestants contestants) {
        Timeline<Place, Result> timeline = new MemoryTimeline<>();
        results.forEach(result -> timeline.put(result.place(), result));
        return run(timeline, contestants);
    }

    /** The race of the results before the bound (null: of all). */
    public static RaceHistory of(TimelineView<Place, Result> results, @Nullable Place to, Contestants contestants) {
        Timeline<Place, Result> timeline = new MemoryTimeline<>();
        try (Cursor<Map.Entry<Place, Result>> cursor = results.ascending(null, to)) {
            cursor.forEachRemaining(entry -> timeline.put(entry.getKey(), entry.getValue()));
        }
        return run(timeline, contestants);
    }

    private static RaceHistory run(Timeline<Place, Result> results, Contestants contestants) {
        Timeline<Instant, Standing> standings = new MemoryTimeline<>();
        RaceBook book = new RaceBook(results, standings, new MemoryTimeline<>(), contestants);
        book.rebuild();
        return book.history();
    }
}
