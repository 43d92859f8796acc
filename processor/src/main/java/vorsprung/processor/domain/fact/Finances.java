package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * What a company reports of its books, whole US dollars, absent when unknown.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param monthlyBurnUsd cash burned a month
 * @param annualizedRevenueUsd revenue a year at the current rate
 * @param cashUsd cash at hand
 */
public record Finances(
        Place place,
        @Nullable Long monthlyBurnUsd,
        @Nullable Long annualizedRevenueUsd,
        @Nullable Long cashUsd) {}
