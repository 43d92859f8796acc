package vorsprung.processor.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The design, section 4: blended = (3 × input + output) ÷ 4, never in binary floating point. */
class BlendedPriceTest {

    @Test
    void threeOfInputAndOneOfOutputMakeFour() {
        assertThat(BlendedPrice.of(10_000_000, 30_000_000).usd()).isEqualByComparingTo("15");
        assertThat(BlendedPrice.of(150_000, 600_000).usd()).isEqualByComparingTo("0.2625");
    }

    @Test
    void aQuarterOfAMicroDollarIsKept() {
        assertThat(BlendedPrice.of(0, 1).usd()).isEqualByComparingTo("0.00000025");
        assertThat(BlendedPrice.of(0, 1)).isGreaterThan(BlendedPrice.of(0, 0));
        assertThat(BlendedPrice.of(0, 1).isAboveZero()).isTrue();
        assertThat(BlendedPrice.of(0, 0).isAboveZero()).isFalse();
    }

    @Test
    void anAbsurdPriceStopsAtTheLargestNumber() {
        assertThat(BlendedPrice.of(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(new BlendedPrice(Long.MAX_VALUE));
        assertThat(BlendedPrice.of(Long.MAX_VALUE / 2, 1)).isEqualTo(new BlendedPrice(Long.MAX_VALUE));
    }

    @Test
    void aPriceThatHalvedChangedByMinusFiftyPercent() {
        assertThat(new BlendedPrice(50).changePercentFrom(new BlendedPrice(100)))
                .isEqualTo(-50.0);
        assertThat(new BlendedPrice(300).changePercentFrom(new BlendedPrice(100)))
                .isEqualTo(200.0);
    }
}
