package vorsprung.processor.domain.price;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.BlendedPrice;

/**
 * The cheapest price of a capability for a while.
 *
 * @param from inclusive
 * @param to exclusive, absent while it lasts
 * @param modelId the model that sets it; of equally cheap ones the smallest modelId
 * @param blended its price, above zero
 */
public record CapabilityStep(Instant from, @Nullable Instant to, String modelId, BlendedPrice blended) {}
