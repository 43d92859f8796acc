package vorsprung.processor.domain.valuation;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of every fact of a company beside its figures.
 *
 * @param company display name of the company, absent where the reports gave none
 */
public record FactHead(@Nullable String company) {}
