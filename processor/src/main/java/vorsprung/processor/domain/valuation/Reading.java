package vorsprung.processor.domain.valuation;

import org.jspecify.annotations.Nullable;

/**
 * A figure as reported.
 *
 * @param value whole US dollars or a count
 * @param atLeast whether the source said "more than"; absent when unknown
 */
public record Reading(long value, @Nullable Boolean atLeast) {}
