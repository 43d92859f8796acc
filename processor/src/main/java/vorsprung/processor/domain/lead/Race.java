package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.TimelineView;

/**
 * How a standing follows from the one before and the results of the next instant. Design, section 3.
 *
 * <p>The lead changes only with a strict rise of the frontier, and whoever overtakes matches all records of the one
 * overtaken. So every unmatched record belongs to the leader, the best of the others is the overtaken leader's, and a
 * record is caught up with at the first rise of the best of the others to its score, or at once by an equal result.
 */
public final class Race {
    private final Direction direction;
    private final TimelineView<Instant, Standing> past;

    /**
     * @param past the standings so far; read only when some of a leader's records are matched and others are not, to find
     *     the earliest of those left
     */
    public Race(Direction direction, TimelineView<Instant, Standing> past) {
        this.direction = direction;
        this.past = past;
    }

    /**
     * The standing at an instant; empty when its results change nothing at the top.
     *
     * @param before the last standing before the instant
     * @param entries all results of the instant
     */
    public Optional<Standing> advance(Optional<Standing> before, Instant at, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Arrivals arrivals = new Arrivals(direction, entries);
        if (before.isPresent() && !rises(before.get(), arrivals) && !presses(before.get(), arrivals)) {
            return Optional.empty();
        }
        return Optional.of(standing(before, at, arrivals));
    }

    /** Whether an entry may have a part in a standing at its instant, given the last one up to that instant. */
    boolean matters(Optional<Standing> standing, Entry entry) {
        Optional<Entry> toBeat =
                standing.flatMap(now -> now.leader().isOf(entry.contestant()) ? Optional.of(now.leader()) : rival(now));
        if (toBeat.isEmpty()) {
            return true;
        }
        boolean sameInstant = standing.orElseThrow().at().equals(entry.occurredAt());
        return direction.isBetter(entry.score(), toBeat.get().score())
                || (sameInstant && entry.score() == toBeat.get().score());
    }

    private boolean rises(Standing before, Arrivals arrivals) {
        return direction.isBetter(arrivals.best(), before.leader().score());
    }

    private boolean presses(Standing before, Arrivals arrivals) {
        Optional<Entry> others = arrivals.bestExcept(before.leader().contestant());
        return others.isPresent() && isBetter(others.get(), rival(before));
    }

    private Standing standing(Optional<Standing> before, Instant at, Arrivals arrivals) {
        boolean rises = before.isEmpty() || rises(before.get(), arrivals);
        Entry leader = rises
                ? arrivals.leading(before.map(then -> then.leader().contestant()))
                : before.orElseThrow().leader();
        Optional<Entry> rival = bestOfOthers(before, leader, arrivals);
        Optional<Caught> caught = before.flatMap(then -> caught(then, arrivals));
        Optional<Entry> tiedBy = rival.filter(other -> rises && other.score() == leader.score());
        return new Standing(
                at,
                leader,
                rival.orElse(null),
                lead(before, leader, rival),
                unmatched(before, at, leader, caught, tiedBy).orElse(null),
                caught.orElse(null),
                tiedBy.orElse(null),
                leaps(before, at, leader, caught, tiedBy));
    }

    private Optional<Entry> bestOfOthers(Optional<Standing> before, Entry leader, Arrivals arrivals) {
        Optional<Entry> soFar = before.flatMap(then -> then.bestExcept(leader.contestant()));
        return arrivals.bestExcept(leader.contestant())
                .filter(arrived -> isBetter(arrived, soFar))
                .or(() -> soFar);
    }

    private Optional<Caught> caught(Standing before, Arrivals arrivals) {
        Unmatched unmatched = before.unmatched();
        String leader = before.leader().contestant();
        return unmatched == null
                ? Optional.empty()
                : arrivals.bestExcept(leader)
                        .filter(catcher -> !direction.isBetter(unmatched.score(), catcher.score()))
                        .map(catcher -> new Caught(leader, unmatched.since(), catcher));
    }

    private static Lead lead(Optional<Standing> before, Entry leader, Optional<Entry> rival) {
        Lead lead = before.filter(then -> then.leader().isOf(leader.contestant()))
                .map(Standing::lead)
                .orElseGet(() -> Lead.opened(
                        leader, before.map(then -> then.leader().contestant()).orElse(null)));
        return rival.map(other -> lead.withMargin(Math.abs(leader.score() - other.score())))
                .orElse(lead);
    }

    private Optional<Unmatched> unmatched(
            Optional<Standing> before, Instant at, Entry leader, Optional<Caught> caught, Optional<Entry> tiedBy) {
        Optional<Unmatched> left =
                before.filter(then -> then.leader().isOf(leader.contestant())).flatMap(then -> left(then, at, caught));
        if (left.isPresent() || tiedBy.isPresent() || !leader.occurredAt().equals(at)) {
            return left;
        }
        return Optional.of(new Unmatched(at, leader.score()));
    }

    private Optional<Unmatched> left(Standing before, Instant at, Optional<Caught> caught) {
        if (caught.isEmpty()) {
            return Optional.ofNullable(before.unmatched());
        }
        double matched = caught.get().by().score();
        return direction.isBetter(before.leader().score(), matched)
                ? firstRecordBetterThan(matched, caught.get().from(), at)
                : Optional.empty();
    }

    private Optional<Unmatched> firstRecordBetterThan(double score, Instant from, Instant to) {
        try (Cursor<Map.Entry<Instant, Standing>> standings = past.ascending(from, to)) {
            while (standings.hasNext()) {
                Standing standing = standings.next().getValue();
                if (direction.isBetter(standing.leader().score(), score)) {
                    return Optional.of(new Unmatched(
                            standing.leader().occurredAt(), standing.leader().score()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Leap> leaps(
            Optional<Standing> before, Instant at, Entry leader, Optional<Caught> caught, Optional<Entry> tiedBy) {
        List<Leap> leaps = new ArrayList<>(before.map(Standing::leaps).orElse(List.of()));
        caught.ifPresent(earlier -> leaps.add(new Leap(earlier.from(), at)));
        boolean sameLeap =
                caught.filter(earlier -> leader.isOf(earlier.contestant())).isPresent();
        if (tiedBy.isPresent() && !sameLeap) {
            leaps.add(new Leap(at, at));
        }
        return leaps.subList(Math.max(0, leaps.size() - Standing.KEPT_LEAPS), leaps.size());
    }

    private boolean isBetter(Entry entry, Optional<Entry> other) {
        return other.isEmpty() || direction.isBetter(entry.score(), other.get().score());
    }

    private static Optional<Entry> rival(Standing standing) {
        return Optional.ofNullable(standing.rival());
    }
}
