package vorsprung.processor.domain.valuation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates as the design reads them: in an event the first millisecond of the day, in {@code asOf} the last. */
final class Dates {
    private Dates() {}

    static Instant start(String date) {
        return date.contains("T")
                ? Instant.parse(date)
                : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Instant end(String date) {
        return date.contains("T")
                ? Instant.parse(date)
                : start(date).plus(Duration.ofDays(1)).minusMillis(1);
    }
}
