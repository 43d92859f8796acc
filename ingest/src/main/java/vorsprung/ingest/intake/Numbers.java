package vorsprung.ingest.intake;

import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Reads JSON numbers exactly: never through binary floating point, except for scores and months. */
final class Numbers {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MICRO_DIGITS = 6;

    /** More than any number that is taken ends with; with far more, Java's decimals fail at taking them off. */
    private static final int MOST_ZEROS = 1_000;

    private Numbers() {}

    /** A whole number; {@code 4e10} and {@code 40000000000.0} are whole too. */
    static long whole(JsonNode node) throws Misfit {
        BigDecimal number = exact(node, "a whole number");
        if (number.stripTrailingZeros().scale() > 0) {
            throw Misfit.expected("a whole number", node);
        }
        return bounded(number, node);
    }

    /** A price in dollars as micro-dollars. */
    static long microDollars(JsonNode node) throws Misfit {
        BigDecimal dollars = exact(node, "a price in dollars");
        if (dollars.stripTrailingZeros().scale() > MICRO_DIGITS) {
            throw new Misfit(Misfit.shortened(node) + " has more than six decimals; micro-dollars are the finest");
        }
        if (dollars.abs().compareTo(MOST.movePointLeft(MICRO_DIGITS)) > 0) {
            throw new Misfit(Misfit.shortened(node) + " is too large");
        }
        return dollars.movePointRight(MICRO_DIGITS).longValueExact();
    }

    /** A score or a number of months. */
    static double real(JsonNode node) throws Misfit {
        // As exact as the decimal's own way to a double, and much shorter for scores of sixteen digits.
        double number = NumberInput.parseDouble(exact(node, "a number").toString(), true);
        if (!Double.isFinite(number)) {
            throw new Misfit(Misfit.shortened(node) + " is too large");
        }
        return number;
    }

    private static long bounded(BigDecimal whole, JsonNode node) throws Misfit {
        if (whole.abs().compareTo(MOST) > 0) {
            throw new Misfit(Misfit.shortened(node) + " is too large");
        }
        return whole.longValueExact();
    }

    private static BigDecimal exact(JsonNode node, String what) throws Misfit {
        boolean endless = (node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue());
        if (!node.isNumber() || endless) {
            throw Misfit.expected(what, node);
        }
        BigDecimal number = node.decimalValue();
        if (number.scale() < -MOST_ZEROS && number.signum() != 0) {
            throw new Misfit(Misfit.shortened(node) + " is too large");
        }
        return number;
    }
}
