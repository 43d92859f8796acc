package vorsprung.processor.domain.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates as the design reads them: in an event the first millisecond of the day, in {@code asOf} the last. */
public final class Dates {
    private Dates() {}

    /** The instant that a date in an event means; an instant is itself. */
    public static Instant start(String date) {
        return date.contains("T")
                ? Instant.parse(date)
                : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The instant that a date in {@code asOf} means; an instant is itself. */
    public static Instant end(String date) {
        return date.contains("T")
                ? Instant.parse(date)
                : start(date).plus(Duration.ofDays(1)).minusMillis(1);
    }
}
