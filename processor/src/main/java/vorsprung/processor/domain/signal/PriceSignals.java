package vorsprung.processor.domain.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.BlendedPrice;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.price.ModelBook;
import vorsprung.processor.domain.price.PriceHistory;
import vorsprung.processor.domain.price.PriceStep;
import vorsprung.processor.domain.timeline.Cursor;

/** The price cuts of a model that are worth an alert. */
public final class PriceSignals {
    private final Thresholds thresholds;

    public PriceSignals(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The cuts that came into force from one valid time to another, both inclusive. */
    public List<Signal> between(String modelId, ModelBook book, Instant from, Instant to) {
        List<Signal> signals = new ArrayList<>();
        @Nullable Price previous = book.price(from.minusMillis(1)).orElse(null);
        try (Cursor<PriceStep> steps = new PriceHistory(book, to).steps(Place.startOf(from))) {
            while (steps.hasNext()) {
                Price price = steps.next().price();
                cut(modelId, previous, price).ifPresent(signals::add);
                previous = price;
            }
        }
        return signals;
    }

    private Optional<Signal> cut(String modelId, @Nullable Price previous, Price price) {
        if (previous == null || !previous.blended().isAboveZero()) {
            return Optional.empty();
        }
        BlendedPrice before = previous.blended();
        boolean deep = -price.blended().changePercentFrom(before) >= thresholds.priceCutPercent();
        return deep
                ? Optional.of(new Signal(
                        Signal.Type.PRICE_CUT,
                        modelId,
                        price.place().eventId(),
                        price.place().occurredAt(),
                        price.blended().usd().doubleValue(),
                        before.usd().doubleValue(),
                        null,
                        List.of(price.place().eventId(), previous.place().eventId())))
                : Optional.empty();
    }
}
