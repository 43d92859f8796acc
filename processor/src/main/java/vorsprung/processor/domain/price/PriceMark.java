package vorsprung.processor.domain.price;

import vorsprung.processor.domain.fact.BlendedPrice;
import vorsprung.processor.domain.fact.Place;

/**
 * The blended price that a model has from a place on.
 *
 * @param place the price's place
 * @param blended exact
 */
public record PriceMark(Place place, BlendedPrice blended) {}
