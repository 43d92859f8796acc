package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vorsprung.processor.domain.valuation.RoundBuilder.aRound;

import org.junit.jupiter.api.Test;

/** The design's example: OpenAI as of 2025-03-31, a burn of a billion a month, 40 billion announced of which 10 are paid. */
class TheStoryInNumbersTest {
    private static final long BILLION = 1_000_000_000L;

    private final ACompany openai = ACompany.with(
                    aRound("october", "2024-10-02").raising(6_600_000_000L).at(157 * BILLION),
                    aRound("softbank", "2025-03-31")
                            .announced()
                            .raising(40 * BILLION)
                            .at(300 * BILLION),
                    aRound("first-closing", "2025-03-31").raising(10 * BILLION).paying("softbank"))
            .burning("article", "2025-03-01", BILLION);

    @Test
    void openAiIsValuedAtThreeHundredBillion() {
        assertThat(openai.asOf("2025-03-31").valuationUsd()).isEqualTo(300_000_000_000L);
        assertThat(openai.asOf("2025-03-31").valuationAt()).isEqualTo("2025-03-31T00:00:00Z");
    }

    @Test
    void thatIsNearlyDoubleTheValuationBefore() {
        assertThat(openai.asOf("2025-03-31").stepUp()).isEqualTo(300.0 / 157.0);
        assertThat(openai.asOf("2025-03-31").stepUp()).isCloseTo(1.91, within(0.005));
    }

    @Test
    void tenOfFortyBillionArePaid() {
        assertThat(openai.asOf("2025-03-31").totalRaisedUsd()).isEqualTo(16_600_000_000L);
        assertThat(openai.asOf("2025-03-31").announcedUsd()).isEqualTo(30_000_000_000L);
        assertThat(openai.asOf("2025-03-31").rounds()).isEqualTo(2);
    }

    @Test
    void aBurnOfABillionAMonthMakesFortyMonths() {
        assertThat(openai.asOf("2025-03-31").runwayMonths()).isEqualTo("40.0");
    }

    @Test
    void theDayBeforeNothingOfItIsSo() {
        Company before = openai.asOf("2025-03-30");

        assertThat(before.valuationUsd()).isEqualTo(157_000_000_000L);
        assertThat(before.announcedUsd()).isZero();
        assertThat(before.runwayMonths()).isEqualTo("6.6");
    }
}
