package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * A benchmark result in force.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param benchmark display name of the benchmark, absent when the report gave none
 * @param companyId whose model it is
 * @param modelId the model
 * @param score finite, in the benchmark's unit
 * @param higherIsBetter whether a greater score is better; unknown counts as true
 */
public record Result(
        Place place,
        @Nullable String benchmark,
        String companyId,
        String modelId,
        double score,
        boolean higherIsBetter) {}
