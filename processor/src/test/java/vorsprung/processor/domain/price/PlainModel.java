package vorsprung.processor.domain.price;

import static java.util.Comparator.comparing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.ModelFact;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;

/** The figures of a model of the design's section 4, each computed from all facts in the words of its definition. */
final class PlainModel {
    private final List<ModelFact> facts;

    /** The model as of a valid time: facts that occur later are not there. */
    PlainModel(Collection<ModelFact> facts, Instant asOf) {
        this.facts = facts.stream()
                .filter(fact -> !fact.place().occurredAt().isAfter(asOf))
                .sorted(comparing(ModelFact::place))
                .toList();
    }

    /** Everything but the evidence. */
    Optional<Model> figures(String modelId) {
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<Release> releases = only(Release.class);
        List<Price> prices = prices();
        return Optional.of(new Model(
                modelId,
                facts.get(facts.size() - 1).companyId(),
                last(facts.stream().map(ModelFact::model)).orElse(modelId),
                releases.isEmpty() ? null : releases.get(0).place().occurredAt(),
                released(Release::openWeights),
                released(Release::contextWindowTokens),
                released(Release::parameters),
                released(Release::trainingCostUsd),
                last(releases.stream().filter(release -> release.trainingCostUsd() != null))
                        .map(Release::trainingCostBasis)
                        .orElse(null),
                last(prices.stream()).orElse(null),
                moves(prices, -1),
                moves(prices, 1),
                changePercent(prices),
                Map.of()));
    }

    /** The prices that count, each until the next. */
    List<PriceStep> steps() {
        List<PriceStep> steps = new ArrayList<>();
        List<Price> prices = prices();
        for (int i = 0; i < prices.size(); i++) {
            Instant to = i + 1 < prices.size() ? prices.get(i + 1).place().occurredAt() : null;
            steps.add(new PriceStep(prices.get(i), to));
        }
        return steps;
    }

    private List<Price> prices() {
        List<Price> all = only(Price.class);
        return all.stream()
                .filter(price -> all.stream()
                        .filter(other ->
                                other.place().occurredAt().equals(price.place().occurredAt()))
                        .allMatch(other -> other.place().compareTo(price.place()) <= 0))
                .toList();
    }

    private static int moves(List<Price> prices, int direction) {
        int moves = 0;
        for (int i = 1; i < prices.size(); i++) {
            if (fourfold(prices.get(i)).compareTo(fourfold(prices.get(i - 1))) == direction) {
                moves++;
            }
        }
        return moves;
    }

    private static @Nullable Double changePercent(List<Price> prices) {
        if (prices.isEmpty() || fourfold(prices.get(0)).signum() == 0) {
            return null;
        }
        BigInteger first = fourfold(prices.get(0));
        BigInteger now = fourfold(prices.get(prices.size() - 1));
        return 100.0 * now.subtract(first).doubleValue() / first.doubleValue();
    }

    private static BigInteger fourfold(Price price) {
        return BigInteger.valueOf(price.inputMicroUsd())
                .multiply(BigInteger.valueOf(3))
                .add(BigInteger.valueOf(price.outputMicroUsd()));
    }

    private <T> @Nullable T released(Function<Release, @Nullable T> field) {
        return last(only(Release.class).stream().map(field)).orElse(null);
    }

    private <F extends ModelFact> List<F> only(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T> Optional<T> last(Stream<@Nullable T> inOrder) {
        return inOrder.filter(Objects::nonNull).map(Objects::requireNonNull).reduce((earlier, later) -> later);
    }
}
