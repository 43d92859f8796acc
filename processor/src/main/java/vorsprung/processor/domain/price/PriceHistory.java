package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Node;

/** The prices of a model as of a valid time, in order, one for each {@code occurredAt}. */
public final class PriceHistory {
    private final ModelBook book;
    private final Instant asOf;

    /** The history as of this valid time. */
    public PriceHistory(ModelBook book, Instant asOf) {
        this.book = book;
        this.asOf = asOf;
    }

    /**
     * Some of the steps.
     *
     * @param steps in order
     * @param next where the step after them is, for the next page; empty when these are the last
     */
    public record Page(List<PriceStep> steps, Optional<Place> next) {
        public Page {
            steps = List.copyOf(steps);
        }
    }

    /** At most {@code limit} steps, those at or after the place. {@link Place#FIRST} starts the history. */
    public Page page(Place from, int limit) {
        List<PriceStep> steps = new ArrayList<>();
        try (Cursor<PriceStep> cursor = steps(from)) {
            while (cursor.hasNext()) {
                PriceStep step = cursor.next();
                if (steps.size() == limit) {
                    return new Page(steps, Optional.of(step.price().place()));
                }
                steps.add(step);
            }
        }
        return new Page(steps, Optional.empty());
    }

    /** The steps at or after the place, one after the other; to be closed. */
    public Cursor<PriceStep> steps(Place from) {
        return new Steps(book.steps(from, asOf));
    }

    /** The blended prices, for the price of a capability. */
    public List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        try (Cursor<PriceStep> steps = steps(Place.FIRST)) {
            steps.forEachRemaining(
                    step -> quotes.add(new Quote(step.from(), step.price().blended())));
        }
        return quotes;
    }

    private final class Steps implements Cursor<PriceStep> {
        private final Cursor<Entry<Node<Place>, PriceSummary>> elements;
        private @Nullable Place following;

        Steps(Cursor<Entry<Node<Place>, PriceSummary>> elements) {
            this.elements = elements;
            this.following = nextPlace();
        }

        @Override
        public boolean hasNext() {
            return following != null;
        }

        @Override
        public PriceStep next() {
            Place current = following;
            if (current == null) {
                throw new NoSuchElementException("the history is at its end");
            }
            following = nextPlace();
            return new PriceStep(book.price(current).orElseThrow(), following == null ? null : following.occurredAt());
        }

        @Override
        public void close() {
            elements.close();
        }

        private @Nullable Place nextPlace() {
            return elements.hasNext() ? elements.next().getKey().start() : null;
        }
    }
}
