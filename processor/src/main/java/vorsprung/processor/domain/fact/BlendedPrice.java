package vorsprung.processor.domain.fact;

import java.math.BigDecimal;

/**
 * One price for input and output in the mix of three to one: (3 × input + output) ÷ 4. Defined in the design, section 4.
 *
 * @param quarterMicroUsd quarters of a micro-dollar per million tokens, so that it is exact; absurd prices stop at the
 *     largest long
 */
public record BlendedPrice(long quarterMicroUsd) implements Comparable<BlendedPrice> {
    private static final BigDecimal QUARTERS_OF_A_MICRO_DOLLAR = BigDecimal.valueOf(4_000_000);

    /** The blend of an input and an output price in micro-dollars. */
    public static BlendedPrice of(long inputMicroUsd, long outputMicroUsd) {
        long twice = Dollars.sum(inputMicroUsd, inputMicroUsd);
        return new BlendedPrice(Dollars.sum(Dollars.sum(twice, inputMicroUsd), outputMicroUsd));
    }

    /** Dollars per million tokens, exact. */
    public BigDecimal usd() {
        return BigDecimal.valueOf(quarterMicroUsd).divide(QUARTERS_OF_A_MICRO_DOLLAR);
    }

    /** Whether anything is to be paid. */
    public boolean isAboveZero() {
        return quarterMicroUsd > 0;
    }

    /** How much more this is than a former price above zero, in percent of that; negative when it is less. */
    public double changePercentFrom(BlendedPrice former) {
        return 100.0 * (quarterMicroUsd - former.quarterMicroUsd) / former.quarterMicroUsd;
    }

    @Override
    public int compareTo(BlendedPrice other) {
        return Long.compare(quarterMicroUsd, other.quarterMicroUsd);
    }
}
