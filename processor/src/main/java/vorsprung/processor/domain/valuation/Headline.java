package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a company that people are told of when they change. */
public final class Headline {
    private Headline() {}

    /** Each figure that is known as of a valid time, by its name; whole US dollars, months, or a plain ratio. */
    public static Map<String, Object> of(CompanyBook book, Instant asOf) {
        Map<String, Object> figures = new LinkedHashMap<>();
        RoundSummary rounds = book.rounds().asOf(asOf);
        Mark last = rounds.last();
        if (last != null) {
            figures.put("valuationUsd", last.usd());
            put(figures, "stepUp", last.dividedBy(rounds.previous()));
        }
        figures.put("totalRaisedUsd", rounds.raisedUsd());
        figures.put("announcedUsd", rounds.announcedUsd());
        figures.put("debtRaisedUsd", rounds.debtUsd());
        figures.put("rounds", rounds.rounds());
        put(figures, Readings.BURN, reading(book, Readings.BURN, asOf));
        put(figures, Readings.REVENUE, reading(book, Readings.REVENUE, asOf));
        put(figures, Readings.CASH, reading(book, Readings.CASH, asOf));
        put(figures, "runwayMonths", Runway.of(book, asOf).map(Runway::months).orElse(null));
        return figures;
    }

    private static @Nullable Long reading(CompanyBook book, String figure, Instant asOf) {
        return book.readings()
                .newest(figure, asOf)
                .map(Map.Entry::getValue)
                .map(Reading::value)
                .orElse(null);
    }

    private static void put(Map<String, Object> figures, String figure, @Nullable Object value) {
        Optional.ofNullable(value).ifPresent(known -> figures.put(figure, known));
    }
}
