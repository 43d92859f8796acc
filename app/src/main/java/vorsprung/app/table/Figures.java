package vorsprung.app.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Figures in the forms people read: rounded, with their unit, {@value #UNKNOWN} for what nobody knows. */
public final class Figures {

    /** What stands where there is no figure. */
    public static final String UNKNOWN = "–";

    private static final String[] MAGNITUDES = {"", "k", "m", "bn", "tn"};
    private static final int DIGITS_PER_MAGNITUDE = 3;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final int SCORE_DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /** A text from outside. */
    public static String text(Optional<String> text) {
        return text.map(SafeText::line).filter(line -> !line.isBlank()).orElse(UNKNOWN);
    }

    /** US dollars: {@code $300.0bn}. */
    public static String money(Optional<BigDecimal> dollars) {
        return dollars.map(amount -> (amount.signum() < 0 ? "-$" : "$") + magnitude(amount.abs()))
                .orElse(UNKNOWN);
    }

    /** A number of people or tokens: {@code 770.0m}. */
    public static String count(Optional<BigDecimal> number) {
        return number.map(Figures::magnitude).orElse(UNKNOWN);
    }

    /** A factor: {@code 1.91×}. */
    public static String factor(Optional<BigDecimal> factor) {
        return factor.map(number -> decimals(number, 2) + "×").orElse(UNKNOWN);
    }

    /** A share of one in percent: {@code 12.5 %}. */
    public static String share(Optional<BigDecimal> fraction) {
        return percent(fraction.map(number -> number.multiply(HUNDRED)));
    }

    /** What is in percent already: {@code 12.5 %}. */
    public static String percent(Optional<BigDecimal> percent) {
        return percent.map(number -> decimals(number, 1) + " %").orElse(UNKNOWN);
    }

    /** A number with one decimal: {@code 40.0}. */
    public static String tenths(Optional<BigDecimal> number) {
        return number.map(value -> decimals(value, 1)).orElse(UNKNOWN);
    }

    /** A score or a margin between scores, no longer than four decimals: {@code 0.8434}. */
    public static String score(Optional<BigDecimal> score) {
        return score.map(number -> number.setScale(SCORE_DECIMALS, RoundingMode.HALF_UP))
                .map(Figures::shortest)
                .orElse(UNKNOWN);
    }

    /** Days, with a decimal only where it is not 0: {@code 352}. */
    public static String days(Optional<BigDecimal> days) {
        return days.map(number -> shortest(number.setScale(1, RoundingMode.HALF_UP)))
                .orElse(UNKNOWN);
    }

    /** The day of a time, UTC: {@code 2025-03-31}. */
    public static String day(Optional<Instant> time) {
        return time.map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .orElse(UNKNOWN);
    }

    /** A number as it is, without zeros that say nothing. */
    public static String number(Optional<BigDecimal> number) {
        return number.map(Figures::shortest).orElse(UNKNOWN);
    }

    /** One decimal and a magnitude; whole numbers below a thousand. Rounding may lift it into the next magnitude. */
    private static String magnitude(BigDecimal amount) {
        BigDecimal thousand = BigDecimal.valueOf(1_000);
        if (amount.compareTo(thousand) < 0) {
            return shortest(amount.setScale(2, RoundingMode.HALF_UP));
        }
        BigDecimal scaled = amount;
        int magnitude = 0;
        while (scaled.setScale(1, RoundingMode.HALF_UP).compareTo(thousand) >= 0 && magnitude < MAGNITUDES.length - 1) {
            scaled = scaled.movePointLeft(DIGITS_PER_MAGNITUDE);
            magnitude++;
        }
        return decimals(scaled, 1) + MAGNITUDES[magnitude];
    }

    private static String decimals(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        boolean vanished = rounded.signum() == 0 && number.signum() != 0;
        return vanished ? number.round(THREE_DIGITS).stripTrailingZeros().toPlainString() : rounded.toPlainString();
    }

    private static String shortest(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
