package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.domain.timeline.TimelineView;

/**
 * The steps in which each contestant's best score rose, kept right under late and removed results. Of equal scores of a
 * contestant the earliest counts, then the one of the smallest companyId, modelId.
 */
final class BestSteps {
    private final Timeline<ContestantMoment, Entry> steps;
    private final TimelineView<Place, Result> results;
    private final Contestants contestants;
    private final Direction direction;

    BestSteps(
            Timeline<ContestantMoment, Entry> steps,
            TimelineView<Place, Result> results,
            Contestants contestants,
            Direction direction) {
        this.steps = steps;
        this.results = results;
        this.contestants = contestants;
        this.direction = direction;
    }

    /** Counts an entry; later steps that are no better than it are steps no more. */
    void add(Entry entry) {
        Optional<Entry> best = best(steps, entry.contestant(), entry.occurredAt());
        if (!best.equals(Optional.of(entry)) && !beats(entry, best)) {
            return;
        }
        steps.put(new ContestantMoment(entry.contestant(), entry.occurredAt()), entry);
        Optional<Entry> next = stepAfter(entry.contestant(), entry.occurredAt());
        while (next.isPresent() && !direction.isBetter(next.get().score(), entry.score())) {
            Entry outdone = next.get();
            steps.remove(new ContestantMoment(outdone.contestant(), outdone.occurredAt()));
            next = stepAfter(outdone.contestant(), outdone.occurredAt());
        }
    }

    /**
     * No longer counts an entry, whose result is gone; up to the next step the results are read again. What replaced it
     * may be among them already, and is to be added all the same.
     */
    void remove(Entry entry) {
        ContestantMoment moment = new ContestantMoment(entry.contestant(), entry.occurredAt());
        if (steps.get(moment).filter(entry::equals).isEmpty()) {
            return;
        }
        steps.remove(moment);
        Instant until = stepAfter(entry.contestant(), entry.occurredAt())
                .map(Entry::occurredAt)
                .orElse(null);
        Place end = until == null ? null : Place.startOf(until);
        try (Cursor<Map.Entry<Place, Result>> rest = results.ascending(Place.startOf(entry.occurredAt()), end)) {
            addRest(entry.contestant(), best(steps, entry.contestant(), entry.occurredAt()), rest);
        }
    }

    /** Counts everything anew. */
    void rebuild() {
        try (Cursor<Map.Entry<ContestantMoment, Entry>> old = steps.ascending(null, null)) {
            old.forEachRemaining(step -> steps.remove(step.getKey()));
        }
        try (Cursor<Map.Entry<Place, Result>> all = results.ascending(null, null)) {
            all.forEachRemaining(result -> contestants.entry(result.getValue()).ifPresent(this::add));
        }
    }

    /** The contestant's best result up to and including the instant; empty before its first. */
    static Optional<Entry> best(TimelineView<ContestantMoment, Entry> steps, String contestant, Instant at) {
        return steps.lower(ContestantMoment.endOf(contestant, at))
                .map(Map.Entry::getValue)
                .filter(step -> step.isOf(contestant));
    }

    private void addRest(String contestant, Optional<Entry> before, Cursor<Map.Entry<Place, Result>> rest) {
        Optional<Entry> best = before;
        while (rest.hasNext()) {
            Optional<Entry> entry = contestants.entry(rest.next().getValue()).filter(one -> one.isOf(contestant));
            if (entry.isPresent() && beats(entry.get(), best)) {
                best = entry;
                steps.put(new ContestantMoment(contestant, entry.get().occurredAt()), entry.get());
            }
        }
    }

    private Optional<Entry> stepAfter(String contestant, Instant at) {
        return steps.ceiling(ContestantMoment.endOf(contestant, at))
                .map(Map.Entry::getValue)
                .filter(step -> step.isOf(contestant));
    }

    private boolean beats(Entry entry, Optional<Entry> best) {
        if (best.isEmpty() || direction.isBetter(entry.score(), best.get().score())) {
            return true;
        }
        Entry current = best.get();
        return entry.score() == current.score()
                && entry.occurredAt().equals(current.occurredAt())
                && Entry.BY_COMPANY.compare(entry, current) < 0;
    }
}
