package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * How much a product is used.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param product name of the product, empty when unknown
 * @param metric what is counted, such as WEEKLY_ACTIVE_USERS; empty when unknown
 * @param value the count, absent when unknown
 * @param atLeast whether the source said "more than"; absent when unknown
 */
public record Usage(
        Place place,
        String product,
        String metric,
        @Nullable Long value,
        @Nullable Boolean atLeast) {}
