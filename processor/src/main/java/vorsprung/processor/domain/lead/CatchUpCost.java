package vorsprung.processor.domain.lead;

import java.util.Optional;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Release.TrainingCostBasis;

/**
 * What the training of the model that caught up cost, against that of the model that had set the record. Design,
 * section 3.
 *
 * @param catcher the last release of the catcher's model that has a training cost
 * @param record the last release of the record's model that has one
 */
public record CatchUpCost(Optional<Release> catcher, Optional<Release> record) {

    /** Catcher's cost ÷ record's cost; empty unless both are known and the record's is above 0. */
    public Optional<Double> ratio() {
        Optional<Long> dividend = catcher.map(Release::trainingCostUsd);
        return record.map(Release::trainingCostUsd)
                .filter(divisor -> divisor > 0)
                .flatMap(divisor -> dividend.map(usd -> (double) usd / divisor));
    }

    /** Whether both costs cover the same, as far as that is known. */
    public boolean isComparable() {
        return catcherBasis().isPresent() && catcherBasis().equals(recordBasis());
    }

    /** What the catcher's cost covers. */
    public Optional<TrainingCostBasis> catcherBasis() {
        return catcher.map(Release::trainingCostBasis);
    }

    /** What the record's cost covers. */
    public Optional<TrainingCostBasis> recordBasis() {
        return record.map(Release::trainingCostBasis);
    }
}
