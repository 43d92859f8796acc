package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a capability, a benchmark's minimum score, costs over time: the cheapest blended price above zero in force among
 * the models that had the score by then. Defined in the design, section 4.
 *
 * @param steps in order, with gaps while no price is above zero
 * @param factorPerYear how many times cheaper it becomes each year, below 1 when it becomes dearer; absent when the
 *     steps begin less than 90 days before the end
 */
public record CapabilityPrice(
        List<CapabilityStep> steps, @Nullable Double factorPerYear) {

    public CapabilityPrice {
        steps = List.copyOf(steps);
    }

    /**
     * The price of the capability that these models have.
     *
     * @param models those that reached the score, each once
     * @param from clips the first step, absent for all of the past
     * @param to where the answer ends, exclusive; absent, or after {@code asOf}, the answer ends with {@code asOf} and
     *     its last step lasts
     * @param asOf prices and scores after this valid time do not count
     */
    public static CapabilityPrice of(
            List<CapableModel> models, @Nullable Instant from, @Nullable Instant to, Instant asOf) {
        if (from != null && from.isAfter(asOf)) {
            return new CapabilityPrice(List.of(), null);
        }
        Instant until = to == null || to.isAfter(asOf) ? null : to;
        List<CapabilityStep> steps = CheapestOffers.of(models, asOf).stream()
                .map(step -> clip(step, from, until))
                .flatMap(Optional::stream)
                .toList();
        return new CapabilityPrice(
                steps,
                until == null
                        ? PriceDecline.factorPerYear(steps, asOf, asOf.plusMillis(1))
                        : PriceDecline.factorPerYear(steps, until, until));
    }

    private static Optional<CapabilityStep> clip(CapabilityStep step, @Nullable Instant from, @Nullable Instant until) {
        Instant start = from != null && from.isAfter(step.from()) ? from : step.from();
        Instant stepEnd = step.to();
        Instant end = until != null && (stepEnd == null || until.isBefore(stepEnd)) ? until : stepEnd;
        boolean isEmpty = end != null && !start.isBefore(end);
        return isEmpty ? Optional.empty() : Optional.of(new CapabilityStep(start, end, step.modelId(), step.blended()));
    }
}
