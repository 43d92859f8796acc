package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release.TrainingCostBasis;

/**
 * The figures of a model as of a valid time, defined in the design, sections 3 and 4; absent means unknown. Each field
 * of the release is that of the last release in force that has it.
 *
 * @param modelId the model
 * @param companyId whose model it is, by the newest fact
 * @param model display name by the newest fact that has one, else the modelId
 * @param releasedAt {@code occurredAt} of the first release in force: later ones only add to what is known of it
 * @param openWeights whether the weights can be downloaded
 * @param contextWindowTokens longest context, tokens
 * @param parameters number of parameters
 * @param trainingCostUsd cost of the training, whole US dollars
 * @param trainingCostBasis what that cost covers, by the release that the cost comes from
 * @param price the price in force; it is so since its {@code occurredAt}
 * @param priceCuts how often the blended price fell
 * @param priceRises how often the blended price rose
 * @param changePercent the blended price now over the first one, in percent; absent when the first was 0
 * @param evidence what each figure rests on, by the figure's name
 */
public record Model(
        String modelId,
        String companyId,
        String model,
        @Nullable Instant releasedAt,
        @Nullable Boolean openWeights,
        @Nullable Long contextWindowTokens,
        @Nullable Long parameters,
        @Nullable Long trainingCostUsd,
        @Nullable TrainingCostBasis trainingCostBasis,
        @Nullable Price price,
        int priceCuts,
        int priceRises,
        @Nullable Double changePercent,
        Map<String, Evidence> evidence) {

    public Model {
        evidence = Map.copyOf(evidence);
    }
}
