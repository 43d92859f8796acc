package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;

/**
 * How a company's valuation came about: every round in force as of a valid time that has a valuation, in order. A
 * tranche is part of its round and no step of its own; one dated before its round is a step for as long as that round
 * does not occur by {@code asOf}.
 */
public final class ValuationHistory {
    private final RoundBook rounds;
    private final Instant asOf;

    /** The history as of this valid time. */
    public ValuationHistory(CompanyBook book, Instant asOf) {
        this.rounds = book.rounds();
        this.asOf = asOf;
    }

    /**
     * Some of the steps.
     *
     * @param steps in order
     * @param next where the step after them is, for the next page; empty when these are the last
     */
    public record Page(List<ValuationStep> steps, Optional<Place> next) {
        public Page {
            steps = List.copyOf(steps);
        }
    }

    /** At most {@code limit} steps, those at or after the place. {@link Place#FIRST} starts the history. */
    public Page page(Place from, int limit) {
        List<ValuationStep> steps = new ArrayList<>();
        try (Cursor<ValuationStep> cursor = steps(from)) {
            while (cursor.hasNext()) {
                ValuationStep step = cursor.next();
                if (steps.size() == limit) {
                    return new Page(steps, Optional.of(step.place()));
                }
                steps.add(step);
            }
        }
        return new Page(steps, Optional.empty());
    }

    /** The steps at or after the place, one after the other; to be closed. */
    public Cursor<ValuationStep> steps(Place from) {
        return new Steps(rounds.elements(from, asOf), rounds.before(from, asOf).last());
    }

    private final class Steps implements Cursor<ValuationStep> {
        private final Cursor<Entry<Place, RoundSummary>> elements;
        private @Nullable Mark previous;
        private @Nullable Mark valuation;

        Steps(Cursor<Entry<Place, RoundSummary>> elements, @Nullable Mark previous) {
            this.elements = elements;
            this.previous = previous;
            this.valuation = nextValuation();
        }

        @Override
        public boolean hasNext() {
            return valuation != null;
        }

        @Override
        public ValuationStep next() {
            Mark current = valuation;
            if (current == null) {
                throw new NoSuchElementException("the history is at its end");
            }
            long raisedUsd = rounds.asOf(current.place().occurredAt()).raisedUsd();
            ValuationStep step =
                    new ValuationStep(current.place(), current.usd(), raisedUsd, current.dividedBy(previous));
            previous = current;
            valuation = nextValuation();
            return step;
        }

        @Override
        public void close() {
            elements.close();
        }

        private @Nullable Mark nextValuation() {
            Mark next = null;
            while (next == null && elements.hasNext()) {
                next = elements.next().getValue().last();
            }
            return next;
        }
    }
}
