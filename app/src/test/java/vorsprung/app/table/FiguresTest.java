package vorsprung.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "300000000000, $300.0bn",
        "61500000000, $61.5bn",
        "1250000000000, $1.3tn",
        "999960000, $1.0bn",
        "999940000, $999.9m",
        "6000000, $6.0m",
        "950, $950",
        "0.1, $0.1",
        "0, $0",
        "-3500000, -$3.5m",
        "12345678901234567, $12345.7tn"
    })
    void moneyHasAMagnitude(String dollars, String shown) {
        assertThat(Figures.money(number(dollars))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1.910828, 1.91×", "54.5454, 54.55×", "2, 2.00×", "0.0004, 0.0004×"})
    void aSmallFactorDoesNotVanish(String factor, String shown) {
        assertThat(Figures.factor(number(factor))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.8383838383, 0.8384", "1477, 1477", "0.50, 0.5", "0.00001, 0"})
    void scoresHaveFourDecimalsAtMost(String score, String shown) {
        assertThat(Figures.score(number(score))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"352.0, 352", "7.5, 7.5", "0, 0"})
    void daysHaveADecimalOnlyWhereItSaysSomething(String days, String shown) {
        assertThat(Figures.days(number(days))).isEqualTo(shown);
    }

    @Test
    void sharesAndPercentagesAreRoundedToTenths() {
        assertThat(Figures.share(number("0.25"))).isEqualTo("25.0 %");
        assertThat(Figures.percent(number("6.794"))).isEqualTo("6.8 %");
    }

    @Test
    void daysAreThoseOfUtc() {
        assertThat(Figures.day(Optional.of(Instant.parse("2025-03-31T23:59:59.999Z"))))
                .isEqualTo("2025-03-31");
    }

    @Test
    void whatNobodyKnowsIsADash() {
        assertThat(Figures.money(Optional.empty())).isEqualTo("–");
        assertThat(Figures.day(Optional.empty())).isEqualTo("–");
        assertThat(Figures.text(Optional.of(" "))).isEqualTo("–");
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
