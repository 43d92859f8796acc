package vorsprung.processor.domain.price;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Least squares on the logarithm of a price at each UTC midnight. A step adds all its midnights at once, so the cost is
 * that of the steps and not of the days.
 */
final class PriceDecline {
    private static final double DAYS_A_YEAR = 365.25;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final Duration SHORTEST = Duration.ofDays(90);

    private final long firstDay;
    private final double firstPrice;
    private double count;
    private double sumOfDays;
    private double sumOfSquares;
    private double sumOfLogs;
    private double sumOfProducts;

    private PriceDecline(CapabilityStep first) {
        this.firstDay = firstMidnight(first.from());
        this.firstPrice = first.blended().quarterMicroUsd();
    }

    /**
     * How many times cheaper each year.
     *
     * @param end absent is the answer when the first step begins less than 90 days before it
     * @param until midnights before it count
     */
    static @Nullable Double factorPerYear(List<CapabilityStep> steps, Instant end, Instant until) {
        if (steps.isEmpty() || Duration.between(steps.get(0).from(), end).compareTo(SHORTEST) < 0) {
            return null;
        }
        PriceDecline decline = new PriceDecline(steps.get(0));
        steps.forEach(step -> decline.add(step, step.to() == null ? until : step.to()));
        return decline.factor();
    }

    private void add(CapabilityStep step, Instant to) {
        double from = firstMidnight(step.from()) - firstDay;
        double last = firstMidnight(to) - firstDay - 1;
        if (last < from) {
            return;
        }
        double midnights = last - from + 1;
        double days = midnights * (from + last) / 2;
        double log = Math.log(step.blended().quarterMicroUsd() / firstPrice);
        count += midnights;
        sumOfDays += days;
        sumOfSquares += squaresUpTo(last) - squaresUpTo(from - 1);
        sumOfLogs += midnights * log;
        sumOfProducts += days * log;
    }

    private @Nullable Double factor() {
        double spread = count * sumOfSquares - sumOfDays * sumOfDays;
        if (spread <= 0) {
            return null;
        }
        double slopePerDay = (count * sumOfProducts - sumOfDays * sumOfLogs) / spread;
        return Math.exp(-slopePerDay * DAYS_A_YEAR);
    }

    /** Days since 1970 of the first midnight at or after the instant. */
    private static long firstMidnight(Instant instant) {
        return -Math.floorDiv(-instant.toEpochMilli(), DAY_MS);
    }

    private static double squaresUpTo(double day) {
        return day * (day + 1) * (2 * day + 1) / 6;
    }
}
