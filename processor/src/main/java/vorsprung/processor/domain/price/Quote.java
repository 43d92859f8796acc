package vorsprung.processor.domain.price;

import java.time.Instant;
import vorsprung.processor.domain.fact.BlendedPrice;

/**
 * The blended price of a model from an instant of valid time on, until its next quote.
 *
 * @param at when it came into force
 * @param blended exact
 */
public record Quote(Instant at, BlendedPrice blended) {}
