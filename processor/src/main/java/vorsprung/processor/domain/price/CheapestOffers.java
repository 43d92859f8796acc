package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.BlendedPrice;
import vorsprung.processor.domain.fact.CodePoints;

/** Walks through the prices of capable models in order of time and notes which is the cheapest above zero. */
final class CheapestOffers {
    private final NavigableMap<Instant, Map<String, BlendedPrice>> changes = new TreeMap<>();
    private final Map<String, Offer> offers = new HashMap<>();
    private final NavigableSet<Offer> aboveZero = new TreeSet<>();

    private record Offer(BlendedPrice blended, String modelId) implements Comparable<Offer> {
        @Override
        public int compareTo(Offer other) {
            int byPrice = blended.compareTo(other.blended);
            return byPrice != 0 ? byPrice : CodePoints.compare(modelId, other.modelId);
        }
    }

    /** The cheapest offer of these models over time, without what happens after {@code asOf}; the last step has no end. */
    static List<CapabilityStep> of(List<CapableModel> models, Instant asOf) {
        return new CheapestOffers(models, asOf).walk();
    }

    private CheapestOffers(List<CapableModel> models, Instant asOf) {
        for (CapableModel model : models) {
            for (Quote quote : model.quotes()) {
                Instant at = quote.at().isBefore(model.since()) ? model.since() : quote.at();
                if (!at.isAfter(asOf)) {
                    changes.computeIfAbsent(at, instant -> new TreeMap<>()).put(model.modelId(), quote.blended());
                }
            }
        }
    }

    private List<CapabilityStep> walk() {
        List<CapabilityStep> steps = new ArrayList<>();
        Instant since = Instant.MIN;
        Offer standing = null;
        for (Map.Entry<Instant, Map<String, BlendedPrice>> change : changes.entrySet()) {
            change.getValue().forEach(this::offer);
            Offer cheapest = aboveZero.isEmpty() ? null : aboveZero.first();
            if (standing != null && !standing.equals(cheapest)) {
                steps.add(step(since, change.getKey(), standing));
            }
            if (cheapest != null && !cheapest.equals(standing)) {
                since = change.getKey();
            }
            standing = cheapest;
        }
        if (standing != null) {
            steps.add(step(since, null, standing));
        }
        return steps;
    }

    private void offer(String modelId, BlendedPrice blended) {
        Offer offer = new Offer(blended, modelId);
        Offer former = offers.put(modelId, offer);
        if (former != null) {
            aboveZero.remove(former);
        }
        if (blended.isAboveZero()) {
            aboveZero.add(offer);
        }
    }

    private static CapabilityStep step(Instant from, @Nullable Instant to, Offer offer) {
        return new CapabilityStep(from, to, offer.modelId, offer.blended);
    }
}
