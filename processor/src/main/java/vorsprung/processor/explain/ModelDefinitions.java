package vorsprung.processor.explain;

import static vorsprung.topic.EventType.MODEL_RELEASE;
import static vorsprung.topic.EventType.PRICE_CHANGE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.price.Model;

/** What the figures of a model are. Design, sections 3 and 4. */
public final class ModelDefinitions {
    private static final int MICRO = 6;
    private static final String PRICE = "price";
    private static final String INPUT = "inputUsdPerMillionTokens";
    private static final String OUTPUT = "outputUsdPerMillionTokens";
    private static final String CACHED_INPUT = "cachedInputUsdPerMillionTokens";

    /** All of them. */
    public static final Definitions<Model> ALL = new Definitions<>(all());

    private ModelDefinitions() {}

    private static List<Definition<Model>> all() {
        List<Definition<Model>> all = new ArrayList<>();
        all.addAll(prices());
        all.addAll(moves());
        all.addAll(release());
        return all;
    }

    private static List<Definition<Model>> prices() {
        return List.of(
                now(
                        "blendedUsdPerMillionTokens",
                        price -> price.blended().usd(),
                        "Three parts input and one part output, divided by four, of the price in force."),
                now(
                        INPUT,
                        price -> usd(price.inputMicroUsd()),
                        "The price of input, by the last price change up to the time asked about."),
                now(
                        OUTPUT,
                        price -> usd(price.outputMicroUsd()),
                        "The price of output, by the last price change up to the time asked about."),
                now(
                        CACHED_INPUT,
                        price -> usd(price.cachedInputMicroUsd()),
                        "The price of input that is read from a cache, by the last price change up to the time asked"
                                + " about; unknown when that does not say it."));
    }

    private static List<Definition<Model>> moves() {
        return List.of(
                Definition.<Model>of(
                                "priceCuts",
                                Unit.COUNT,
                                Model::priceCuts,
                                "How often the blended price fell from one price to the next.")
                        .restingOn(PRICE_CHANGE, INPUT, OUTPUT),
                Definition.<Model>of(
                                "priceRises",
                                Unit.COUNT,
                                Model::priceRises,
                                "How often the blended price rose from one price to the next.")
                        .restingOn(PRICE_CHANGE, INPUT, OUTPUT),
                Definition.<Model>of(
                                "changePercent",
                                Unit.PERCENT,
                                Model::changePercent,
                                "By how much the blended price in force differs from the first one, in percent of that.")
                        .restingOn(PRICE_CHANGE, INPUT, OUTPUT));
    }

    private static List<Definition<Model>> release() {
        return List.of(
                Definition.<Model>of(
                                "releasedAt",
                                Unit.TIME,
                                Model::releasedAt,
                                "When the model came out: its first release. Later ones only add to what is known of it.")
                        .restingOn(MODEL_RELEASE),
                released(
                        "openWeights",
                        Unit.NONE,
                        Model::openWeights,
                        "Whether the weights can be downloaded, by the last release that says it."),
                released(
                        "contextWindowTokens",
                        Unit.TOKENS,
                        Model::contextWindowTokens,
                        "The longest context, by the last release that says it."),
                released(
                        "parameters",
                        Unit.COUNT,
                        Model::parameters,
                        "The number of parameters, by the last release that says it."),
                Definition.<Model>of(
                                "trainingCostUsd",
                                Unit.USD,
                                Model::trainingCostUsd,
                                "What the training cost, by the last release that says it; its basis says what that"
                                        + " covers.")
                        .restingOn(MODEL_RELEASE, "trainingCostUsd", "trainingCostBasis"),
                Definition.<Model>of(
                                "trainingCostBasis",
                                Unit.NONE,
                                Model::trainingCostBasis,
                                "What the training cost covers, by the release that the cost comes from.")
                        .restingOn(MODEL_RELEASE, "trainingCostUsd", "trainingCostBasis"));
    }

    private static Definition<Model> now(String figure, Function<Price, @Nullable Object> value, String rule) {
        return Definition.<Model>of(figure, Unit.USD_PER_MILLION_TOKENS, model -> of(model.price(), value), rule)
                .evidencedBy(PRICE)
                .restingOn(PRICE_CHANGE, INPUT, OUTPUT, CACHED_INPUT);
    }

    private static Definition<Model> released(
            String figure, Unit unit, Function<Model, @Nullable Object> value, String rule) {
        return Definition.of(figure, unit, value, rule).restingOn(MODEL_RELEASE, figure);
    }

    private static @Nullable Object of(@Nullable Price price, Function<Price, @Nullable Object> value) {
        return price == null ? null : value.apply(price);
    }

    private static @Nullable BigDecimal usd(@Nullable Long microUsd) {
        return microUsd == null ? null : BigDecimal.valueOf(microUsd, MICRO).stripTrailingZeros();
    }
}
