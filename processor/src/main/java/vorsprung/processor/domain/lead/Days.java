package vorsprung.processor.domain.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Durations in days: milliseconds ÷ 86,400,000, one decimal, halves away from zero. Design, section 1. */
final class Days {
    private static final long DAY_MS = 86_400_000;

    private Days() {}

    static double between(Instant from, Instant to) {
        return mean(Duration.between(from, to).toMillis(), 1);
    }

    /** The median, of an even number the mean of the middle two; empty of nothing. */
    static Optional<Double> median(List<Long> durationsMs) {
        if (durationsMs.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = durationsMs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        long upper = sorted.get(middle);
        return Optional.of(
                sorted.size() % 2 == 1 ? mean(upper, 1) : mean(Math.addExact(sorted.get(middle - 1), upper), 2));
    }

    private static double mean(long sumMs, int count) {
        return BigDecimal.valueOf(sumMs)
                .divide(BigDecimal.valueOf(count * DAY_MS), 1, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
