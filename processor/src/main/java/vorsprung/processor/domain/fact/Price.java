package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * The list price of a model from {@code occurredAt} on, in force. Prices are whole micro-dollars per million tokens.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param companyId whose model it is
 * @param model display name of the model, absent when the report gave none
 * @param inputMicroUsd price of input
 * @param outputMicroUsd price of output
 * @param cachedInputMicroUsd price of input that is read from a cache, absent when unknown
 */
public record Price(
        Place place,
        String companyId,
        @Nullable String model,
        long inputMicroUsd,
        long outputMicroUsd,
        @Nullable Long cachedInputMicroUsd)
        implements ModelFact {

    /** (3 × input + output) ÷ 4, exact. */
    public BlendedPrice blended() {
        return BlendedPrice.of(inputMicroUsd, outputMicroUsd);
    }
}
