package vorsprung.processor.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.price.PriceStep;

/** Prices as the API shows them: exact decimal dollars per million tokens. */
final class PriceView {
    private static final int MICRO = 6;

    private PriceView() {}

    /** The price in force. */
    record Now(
            BigDecimal inputUsdPerMillionTokens,
            BigDecimal outputUsdPerMillionTokens,
            @Nullable BigDecimal cachedInputUsdPerMillionTokens,
            BigDecimal blendedUsdPerMillionTokens,
            Instant since) {
        static Now of(Price price) {
            return new Now(
                    usd(price.inputMicroUsd()),
                    usd(price.outputMicroUsd()),
                    optionalUsd(price.cachedInputMicroUsd()),
                    price.blended().usd(),
                    price.place().occurredAt());
        }
    }

    /** A price for as long as it was in force. */
    record Step(
            Instant from,
            @Nullable Instant to,
            BigDecimal inputUsdPerMillionTokens,
            BigDecimal outputUsdPerMillionTokens,
            @Nullable BigDecimal cachedInputUsdPerMillionTokens,
            BigDecimal blendedUsdPerMillionTokens,
            List<String> evidence) {
        static Step of(PriceStep step) {
            Price price = step.price();
            return new Step(
                    step.from(),
                    step.to(),
                    usd(price.inputMicroUsd()),
                    usd(price.outputMicroUsd()),
                    optionalUsd(price.cachedInputMicroUsd()),
                    price.blended().usd(),
                    List.of(price.place().eventId()));
        }
    }

    private static BigDecimal usd(long microUsd) {
        return BigDecimal.valueOf(microUsd, MICRO).stripTrailingZeros();
    }

    private static @Nullable BigDecimal optionalUsd(@Nullable Long microUsd) {
        return microUsd == null ? null : usd(microUsd);
    }
}
