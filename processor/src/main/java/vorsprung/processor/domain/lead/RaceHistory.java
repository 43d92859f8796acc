package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.TimelineView;

/** The race of one benchmark, to be asked about any valid time. */
public final class RaceHistory {
    private final TimelineView<Place, Result> results;
    private final TimelineView<Instant, Standing> standings;
    private final TimelineView<ContestantMoment, Entry> bests;
    private final Contestants contestants;

    /** A race between companies, on the timelines that a {@link RaceBook} keeps. */
    public RaceHistory(
            TimelineView<Place, Result> results,
            TimelineView<Instant, Standing> standings,
            TimelineView<ContestantMoment, Entry> bests) {
        this(results, standings, bests, Contestants.COMPANIES);
    }

    RaceHistory(
            TimelineView<Place, Result> results,
            TimelineView<Instant, Standing> standings,
            TimelineView<ContestantMoment, Entry> bests,
            Contestants contestants) {
        this.results = results;
        this.standings = standings;
        this.bests = bests;
        this.contestants = contestants;
    }

    /**
     * The race as of an instant. A time at which the benchmark counted in the other direction than it does for its last
     * result of all is answered by counting the results up to then anew.
     */
    public RaceView asOf(Instant asOf) {
        Optional<Map.Entry<Place, Result>> last = results.last();
        // Asked about the present, which is the rule, the last result is the last of all: one seek tells that.
        boolean isNewest = last.filter(result -> result.getKey().occurredAt().isAfter(asOf))
                .isEmpty();
        if (isNewest || countsAlike(last, results.lower(Place.endOf(asOf)))) {
            return new RaceView(results, standings, bests, contestants, asOf);
        }
        return RaceReplay.of(results, Place.endOf(asOf), contestants).asOf(asOf);
    }

    private static boolean countsAlike(
            Optional<Map.Entry<Place, Result>> last, Optional<Map.Entry<Place, Result>> before) {
        return before.isEmpty() || direction(before).equals(direction(last));
    }

    /** That of the last result in force as of an instant; empty before the first. */
    public Optional<Direction> direction(Instant asOf) {
        return direction(results.lower(Place.endOf(asOf)));
    }

    /** All results in force, whatever their valid time. */
    public TimelineView<Place, Result> results() {
        return results;
    }

    static Optional<Direction> direction(Optional<Map.Entry<Place, Result>> last) {
        return last.map(result -> Direction.of(result.getValue().higherIsBetter()));
    }
}
