package vorsprung.processor.domain.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.TimelineView;

/** Measures one calendar window off the standings in it. */
final class WindowMeasure {
    private final TimelineView<Instant, Standing> standings;
    private final Direction direction;
    private final Optional<Standing> start;
    private final Map<String, Long> ledMs = new HashMap<>();
    private final List<Long> lagsMs = new ArrayList<>();

    private int leadChanges;
    private Instant measuredTo;
    private Optional<Standing> end;

    /** Starts at the inclusive start of the window, with the standing just before it. */
    WindowMeasure(TimelineView<Instant, Standing> standings, Direction direction, Instant from) {
        this.standings = standings;
        this.direction = direction;
        this.start = standings.lower(from).map(Map.Entry::getValue);
        this.measuredTo = from;
        this.end = start;
    }

    /**
     * The window, measured.
     *
     * @param asOf the last instant that counts
     */
    CompetitiveWindow measure(Instant from, Instant to, Instant asOf, Contenders contenders) {
        Instant after = asOf.isBefore(to) ? asOf.plusMillis(1) : to;
        Instant until = asOf.isBefore(to) ? asOf : to;
        try (Cursor<Map.Entry<Instant, Standing>> inside = standings.ascending(from, after)) {
            inside.forEachRemaining(entry -> add(entry.getValue()));
        }
        lead(until);
        Optional<Double> frontier = end.map(standing -> standing.leader().score());
        return new CompetitiveWindow(
                from,
                to,
                end.map(standing -> standing.leader().contestant()).orElse(null),
                shares(Duration.between(from, until).toMillis()),
                leadChanges,
                start.map(standing -> standing.leader().score()).orElse(null),
                frontier.orElse(null),
                end.flatMap(Standing::margin).orElse(null),
                frontier.map(top -> contenders.count(after.minusMillis(1), top)).orElse(0),
                Days.median(lagsMs).orElse(null));
    }

    private void add(Standing standing) {
        lead(standing.at());
        end = Optional.of(standing);
        leadChanges += standing.isLeadChange() ? 1 : 0;
        if (standing.tiedBy() != null) {
            lagsMs.add(0L);
        }
        if (standing.caught() != null) {
            addLags(standing);
        }
    }

    /** The time up to an instant belongs to who led so far. */
    private void lead(Instant until) {
        long ms = Duration.between(measuredTo, until).toMillis();
        end.filter(standing -> ms > 0)
                .ifPresent(standing -> ledMs.merge(standing.leader().contestant(), ms, Math::addExact));
        measuredTo = until;
    }

    private void addLags(Standing catching) {
        Instant from = Optional.ofNullable(catching.caught()).map(Caught::from).orElse(catching.at());
        try (Cursor<Map.Entry<Instant, Standing>> caught = standings.ascending(from, catching.at())) {
            while (caught.hasNext()) {
                Standing standing = caught.next().getValue();
                if (standing.isRecord() && catching.matches(standing, direction)) {
                    lagsMs.add(new Leap(standing.at(), catching.at()).lagMs());
                }
            }
        }
    }

    private Map<String, Double> shares(long measuredMs) {
        Map<String, Double> shares = new HashMap<>();
        ledMs.forEach((leader, ms) -> shares.put(leader, (double) ms / measuredMs));
        return shares;
    }
}
