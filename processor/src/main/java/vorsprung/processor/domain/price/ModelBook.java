package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.ModelFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.timeline.Node;
import vorsprung.processor.domain.timeline.SummaryTree;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.domain.timeline.TimelineView;

/**
 * The releases and prices in force of one model, kept so that its figures as of any valid time are a few seeks away. Of
 * several prices at one {@code occurredAt} only the last is a step.
 */
public final class ModelBook {
    private final Timelines timelines;
    private final SummaryTree<Place, PriceSummary> steps;

    /**
     * The ordered maps that a model's book is kept in.
     *
     * @param releases every release
     * @param prices every price
     * @param steps nodes of the tree of price summaries
     */
    public record Timelines(
            Timeline<Place, Release> releases,
            Timeline<Place, Price> prices,
            Timeline<Node<Place>, PriceSummary> steps) {

        /** Empty ones on the heap. */
        public static Timelines onHeap() {
            return new Timelines(new MemoryTimeline<>(), new MemoryTimeline<>(), new MemoryTimeline<>());
        }
    }

    public ModelBook(Timelines timelines) {
        this.timelines = timelines;
        this.steps = new SummaryTree<>(timelines.steps, Place.FIRST, PriceSummary.NOTHING, Place::hash);
    }

    /** Takes a fact as it now is for what it was; empty means that it is not in force. */
    public void change(Optional<ModelFact> before, Optional<ModelFact> after) {
        Map<Instant, Optional<Price>> was = new HashMap<>();
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .map(fact -> fact.place().occurredAt())
                .forEach(instant -> was.put(instant, priceAt(instant)));
        before.ifPresent(this::remove);
        after.ifPresent(this::put);
        was.forEach(this::restep);
    }

    /** What the prices in force as of this valid time amount to. */
    public PriceSummary prices(Instant asOf) {
        return steps.before(Place.endOf(asOf));
    }

    /** The price in force at this valid time. */
    public Optional<Price> price(Instant asOf) {
        return newest(timelines.prices, asOf);
    }

    /** The first valid time after this one from which another price is in force. */
    public Optional<Instant> nextPrice(Instant after) {
        return timelines
                .prices
                .ceiling(Place.endOf(after))
                .map(next -> next.getKey().occurredAt());
    }

    /** The first release in force as of this valid time. */
    public Optional<Release> firstRelease(Instant asOf) {
        return timelines
                .releases
                .first()
                .map(Entry::getValue)
                .filter(release -> !release.place().occurredAt().isAfter(asOf));
    }

    /** The last release in force as of this valid time that has the field. */
    public Optional<Release> lastReleaseWith(Function<Release, @Nullable Object> field, Instant asOf) {
        return newestWith(timelines.releases, field, asOf);
    }

    /** The last price in force as of this valid time that has the field. */
    Optional<Price> lastPriceWith(Function<Price, @Nullable Object> field, Instant asOf) {
        return newestWith(timelines.prices, field, asOf);
    }

    /** The price steps from the place on, as of a valid time, in order. */
    Cursor<Entry<Node<Place>, PriceSummary>> steps(Place from, Instant asOf) {
        return steps.elements(from, Place.endOf(asOf));
    }

    /** The price at exactly this place. */
    Optional<Price> price(Place place) {
        return timelines.prices.get(place);
    }

    private void put(ModelFact fact) {
        if (fact instanceof Price price) {
            timelines.prices.put(price.place(), price);
        } else if (fact instanceof Release release) {
            timelines.releases.put(release.place(), release);
        }
    }

    private void remove(ModelFact fact) {
        if (fact instanceof Price) {
            timelines.prices.remove(fact.place());
        } else if (fact instanceof Release) {
            timelines.releases.remove(fact.place());
        }
    }

    private Optional<Price> priceAt(Instant instant) {
        return price(instant).filter(price -> price.place().occurredAt().equals(instant));
    }

    private void restep(Instant instant, Optional<Price> was) {
        Optional<Price> is = priceAt(instant);
        if (!is.equals(was)) {
            was.ifPresent(price -> steps.remove(price.place()));
            is.ifPresent(price -> steps.put(price.place(), PriceSummary.of(price)));
        }
    }

    private static <F extends ModelFact> Optional<F> newest(TimelineView<Place, F> facts, Instant asOf) {
        return facts.lower(Place.endOf(asOf)).map(Entry::getValue);
    }

    private static <F extends ModelFact> Optional<F> newestWith(
            TimelineView<Place, F> facts, Function<F, @Nullable Object> field, Instant asOf) {
        try (Cursor<Entry<Place, F>> newest = facts.descending(null, Place.endOf(asOf))) {
            while (newest.hasNext()) {
                F fact = newest.next().getValue();
                if (field.apply(fact) != null) {
                    return Optional.of(fact);
                }
            }
        }
        return Optional.empty();
    }
}
