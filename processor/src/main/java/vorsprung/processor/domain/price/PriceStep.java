package vorsprung.processor.domain.price;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Price;

/**
 * A price for as long as it was in force, in valid time from {@code price.place().occurredAt()} on. Defined in the
 * design, sections 4 and 6.
 *
 * @param price the price, whose eventId is the evidence
 * @param to when the next price took its place, exclusive; absent while it lasts
 */
public record PriceStep(Price price, @Nullable Instant to) {

    /** When it came into force. */
    public Instant from() {
        return price.place().occurredAt();
    }
}
