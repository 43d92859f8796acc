package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Sizes of calendar windows, UTC, named as in ISO 8601. */
public enum WindowSize {
    /** A month. */
    P1M(1),
    /** A quarter: starts in January, April, July, October. */
    P3M(3),
    /** A year. */
    P1Y(12);

    private final int months;

    WindowSize(int months) {
        this.months = months;
    }

    /** Inclusive start of the window that contains the instant. */
    public Instant startOf(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        int monthsPast = (day.getMonthValue() - 1) % months;
        return midnight(day.withDayOfMonth(1).minusMonths(monthsPast));
    }

    /** Exclusive end of the window that contains the instant, which is the start of the next one. */
    public Instant endOf(Instant instant) {
        return midnight(LocalDate.ofInstant(startOf(instant), ZoneOffset.UTC).plusMonths(months));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
