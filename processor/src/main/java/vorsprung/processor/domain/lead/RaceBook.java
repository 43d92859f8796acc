package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * The race of one benchmark, kept right under new, late, corrected and retracted results: whatever the order they come
 * in, the timelines depend on the results in force alone. Design, section 3.
 *
 * <p>Standings and best scores are kept in the direction of the last result of all; when that flips, both are rebuilt. A
 * result that changes nothing at the top costs a constant number of seeks, as does one in order that does. A late,
 * corrected or retracted one costs a walk over what differs after it.
 */
public final class RaceBook {
    private final Timeline<Place, Result> results;
    private final Timeline<Instant, Standing> standings;
    private final Timeline<ContestantMoment, Entry> bests;
    private final Contestants contestants;

    /** A race between companies. */
    public RaceBook(
            Timeline<Place, Result> results,
            Timeline<Instant, Standing> standings,
            Timeline<ContestantMoment, Entry> bests) {
        this(results, standings, bests, Contestants.COMPANIES);
    }

    RaceBook(
            Timeline<Place, Result> results,
            Timeline<Instant, Standing> standings,
            Timeline<ContestantMoment, Entry> bests,
            Contestants contestants) {
        this.results = results;
        this.standings = standings;
        this.bests = bests;
        this.contestants = contestants;
    }

    /**
     * Takes a change of one result into account.
     *
     * @param before the result as it was in force, empty when it is new
     * @param after the result as it is in force, empty when it is retracted
     * @param changes hears of each standing that is not what it was, in order of time
     * @return empty when every standing is what it was
     */
    public Optional<RaceChange> change(Optional<Result> before, Optional<Result> after, StandingChanges changes) {
        Optional<Direction> directionBefore = direction();
        before.ifPresent(result -> results.remove(result.place()));
        after.ifPresent(result -> results.put(result.place(), result));
        Optional<Direction> direction = direction();
        if (direction.isPresent() && directionBefore.isPresent() && !direction.equals(directionBefore)) {
            return rebuild(direction.get(), changes);
        }
        return direction
                .or(() -> directionBefore)
                .flatMap(unchanged -> settle(unchanged, entry(before), entry(after), changes));
    }

    /** Counts all results anew. */
    Optional<RaceChange> rebuild() {
        return direction().flatMap(direction -> rebuild(direction, StandingChanges.UNHEARD));
    }

    /** The race for reading. */
    public RaceHistory history() {
        return new RaceHistory(results, standings, bests, contestants);
    }

    private Optional<RaceChange> settle(
            Direction direction, Optional<Entry> before, Optional<Entry> after, StandingChanges changes) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        BestSteps steps = new BestSteps(bests, results, contestants, direction);
        before.ifPresent(steps::remove);
        after.ifPresent(steps::add);
        Race race = new Race(direction, standings);
        NavigableSet<Instant> changed = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .filter(entry -> race.matters(standing(entry.occurredAt()), entry))
                .forEach(entry -> changed.add(entry.occurredAt()));
        return changed.isEmpty() ? Optional.empty() : refold(race, changed, changes);
    }

    private Optional<RaceChange> refold(Race race, NavigableSet<Instant> changed, StandingChanges changes) {
        Optional<Standing> newestBefore = newest();
        Instant from = changed.first();
        try (ResultsByInstant walk = new ResultsByInstant(results, contestants, from)) {
            Refold refold = new Refold(race, walk, standings, changes, from);
            refold.settle(changed);
            return told(refold, newestBefore);
        }
    }

    private Optional<RaceChange> rebuild(Direction direction, StandingChanges changes) {
        new BestSteps(bests, results, contestants, direction).rebuild();
        Optional<Standing> newestBefore = newest();
        Instant from = Place.FIRST.occurredAt();
        try (ResultsByInstant walk = new ResultsByInstant(results, contestants, from)) {
            Refold refold = new Refold(new Race(direction, standings), walk, standings, changes, from);
            refold.rebuild();
            return told(refold, newestBefore);
        }
    }

    private Optional<RaceChange> told(Refold refold, Optional<Standing> newestBefore) {
        return refold.earliest()
                .map(earliest -> new RaceChange(
                        earliest, refold.latest().orElse(earliest), newestBefore.orElse(null), newest().orElse(null)));
    }

    private Optional<Entry> entry(Optional<Result> result) {
        return result.flatMap(contestants::entry);
    }

    private Optional<Direction> direction() {
        return RaceHistory.direction(results.last());
    }

    private Optional<Standing> standing(Instant at) {
        return standings.lower(at.plusMillis(1)).map(Map.Entry::getValue);
    }

    private Optional<Standing> newest() {
        return standings.last().map(Map.Entry::getValue);
    }
}
