package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * One walk forward that makes the standings right again after results changed.
 *
 * <p>Results are read one by one only while leader's or rival's scores differ from what they were; once they are the
 * same, a standing can be different only where there was one before; and once a standing equals its former self,
 * nothing after it differs, unless an unmatched record behind it was changed, which the next catch-up may need.
 */
final class Refold {
    private final Race race;
    private final ResultsByInstant results;
    private final Timeline<Instant, Standing> standings;
    private final StandingChanges changes;

    private Optional<Standing> before;
    private Optional<Standing> after;
    private Optional<Standing> upcoming;
    private @Nullable Instant changedRecord;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    Refold(
            Race race,
            ResultsByInstant results,
            Timeline<Instant, Standing> standings,
            StandingChanges changes,
            Instant from) {
        this.race = race;
        this.results = results;
        this.standings = standings;
        this.changes = changes;
        this.before = standings.lower(from).map(Map.Entry::getValue);
        this.after = before;
        this.upcoming = standings.ceiling(from).map(Map.Entry::getValue);
    }

    /** Walks from the first instant whose results changed until nothing differs after the last of them. */
    void settle(NavigableSet<Instant> changed) {
        Optional<Instant> next = Optional.of(changed.first());
        while (next.isPresent()) {
            Instant at = next.get();
            step(at);
            next = next(Optional.ofNullable(changed.higher(at)));
        }
    }

    /** Walks over all results and all standings. */
    void rebuild() {
        Optional<Instant> next = nextOfAll(Optional.empty());
        while (next.isPresent()) {
            step(next.get());
            next = nextOfAll(Optional.empty());
        }
    }

    /** First instant with another standing than before; empty when all are as they were. */
    Optional<Instant> earliest() {
        return Optional.ofNullable(earliest);
    }

    /** Last instant with another standing than before; empty when all are as they were. */
    Optional<Instant> latest() {
        return Optional.ofNullable(latest);
    }

    private void step(Instant at) {
        Optional<Standing> old = upcoming.filter(standing -> standing.at().equals(at));
        Optional<Standing> now = race.advance(after, at, results.at(at));
        if (!now.equals(old)) {
            replace(at, old, now);
        }
        before = old.or(() -> before);
        after = now.or(() -> after);
        if (old.isPresent()) {
            upcoming = standings.ceiling(at.plusMillis(1)).map(Map.Entry::getValue);
        }
    }

    private void replace(Instant at, Optional<Standing> old, Optional<Standing> now) {
        now.ifPresentOrElse(standing -> standings.put(at, standing), () -> standings.remove(at));
        changes.changed(at, old, now);
        if (!record(old).equals(record(now))) {
            changedRecord = at;
        }
        earliest = earliest == null ? at : earliest;
        latest = at;
    }

    private Optional<Instant> next(Optional<Instant> changed) {
        if (!sameTop()) {
            return nextOfAll(changed);
        }
        if (changed.isEmpty() && before.equals(after) && !changedRecordIsUnmatched()) {
            return Optional.empty();
        }
        return first(changed, upcoming.map(Standing::at));
    }

    private Optional<Instant> nextOfAll(Optional<Instant> changed) {
        return first(changed, first(results.next(), upcoming.map(Standing::at)));
    }

    private boolean sameTop() {
        Optional<Entry> leaderBefore = before.map(Standing::leader);
        Optional<Entry> leaderAfter = after.map(Standing::leader);
        return leaderBefore.map(Entry::contestant).equals(leaderAfter.map(Entry::contestant))
                && leaderBefore.map(Entry::score).equals(leaderAfter.map(Entry::score))
                && before.map(Standing::rival)
                        .map(Entry::score)
                        .equals(after.map(Standing::rival).map(Entry::score));
    }

    private boolean changedRecordIsUnmatched() {
        return changedRecord != null
                && after.map(Standing::unmatched)
                        .filter(unmatched -> !unmatched.since().isAfter(changedRecord))
                        .isPresent();
    }

    private static Optional<Double> record(Optional<Standing> standing) {
        return standing.filter(Standing::isRecord).map(record -> record.leader().score());
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
    }
}
