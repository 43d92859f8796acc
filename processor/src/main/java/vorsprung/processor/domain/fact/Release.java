package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * A release of a model in force; what is absent is unknown.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param companyId whose model it is
 * @param model display name of the model
 * @param openWeights whether the weights can be downloaded
 * @param contextWindowTokens longest context, tokens
 * @param parameters number of parameters
 * @param trainingCostUsd cost of the training, whole US dollars
 * @param trainingCostBasis what that cost covers
 */
public record Release(
        Place place,
        String companyId,
        @Nullable String model,
        @Nullable Boolean openWeights,
        @Nullable Long contextWindowTokens,
        @Nullable Long parameters,
        @Nullable Long trainingCostUsd,
        @Nullable TrainingCostBasis trainingCostBasis)
        implements ModelFact {

    /** What a training cost covers. */
    public enum TrainingCostBasis {
        FINAL_RUN,
        TOTAL,
        ESTIMATE,
        COMPANY_CLAIM
    }
}
