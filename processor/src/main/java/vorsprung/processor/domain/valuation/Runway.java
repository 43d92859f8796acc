package vorsprung.processor.domain.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Months until the cash is gone at the last reported burn. Defined in the design, section 2.
 *
 * <p>Cash is as last reported, however long ago; without a report it is the amount of the largest primary round of the
 * twelve months before. No burn is deducted from it.
 *
 * @param cash the report or the round that says what there is
 * @param burn the report that says what is spent a month, above 0 and at most twelve months old
 */
public record Runway(Mark cash, Mark burn) {
    private static final int LOOKBACK_MONTHS = 12;

    /** The runway as of a valid time; empty when cash or burn is unknown, the burn is 0, or its report too old. */
    public static Optional<Runway> of(CompanyBook book, Instant asOf) {
        Instant earliest = lookback(asOf);
        Optional<Mark> burn = newest(book, Readings.BURN, asOf)
                .filter(mark -> mark.usd() > 0 && !mark.place().occurredAt().isBefore(earliest));
        return burn.flatMap(spent -> newest(book, Readings.CASH, asOf)
                .or(() -> Optional.ofNullable(
                        book.rounds().between(earliest, asOf).largest()))
                .map(cash -> new Runway(cash, spent)));
    }

    /** Since when burn and rounds count as of a valid time, inclusive: for twelve months. */
    static Instant lookback(Instant asOf) {
        return asOf.atZone(ZoneOffset.UTC).minusMonths(LOOKBACK_MONTHS).toInstant();
    }

    /** Months, one decimal. */
    public BigDecimal months() {
        return BigDecimal.valueOf(cash.usd()).divide(BigDecimal.valueOf(burn.usd()), 1, RoundingMode.HALF_UP);
    }

    private static Optional<Mark> newest(CompanyBook book, String figure, Instant asOf) {
        return book.readings().newest(figure, asOf).map(Runway::mark);
    }

    private static Mark mark(Entry<ReadingKey, Reading> entry) {
        return new Mark(entry.getKey().place(), entry.getValue().value());
    }
}
