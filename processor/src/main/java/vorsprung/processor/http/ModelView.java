package vorsprung.processor.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Release.TrainingCostBasis;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.query.ScoreQuery.Best;

/** A model as the API shows it; the figures are those of {@link Model}. */
record ModelView(
        String modelId,
        String companyId,
        String model,
        @Nullable Instant releasedAt,
        @Nullable Boolean openWeights,
        @Nullable Long contextWindowTokens,
        @Nullable Long parameters,
        @Nullable Long trainingCostUsd,
        @Nullable TrainingCostBasis trainingCostBasis,
        PriceView.@Nullable Now price,
        int priceCuts,
        int priceRises,
        @Nullable Double changePercent,
        List<Best> scores,
        Map<String, List<String>> evidence,
        Map<String, Long> evidenceCount) {

    static ModelView of(Model model, List<Best> scores) {
        return new ModelView(
                model.modelId(),
                model.companyId(),
                model.model(),
                model.releasedAt(),
                model.openWeights(),
                model.contextWindowTokens(),
                model.parameters(),
                model.trainingCostUsd(),
                model.trainingCostBasis(),
                model.price() == null ? null : PriceView.Now.of(model.price()),
                model.priceCuts(),
                model.priceRises(),
                model.changePercent(),
                scores,
                EvidenceView.eventIds(model.evidence()),
                EvidenceView.counts(model.evidence()));
    }
}
