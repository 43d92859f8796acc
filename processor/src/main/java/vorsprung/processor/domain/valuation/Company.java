package vorsprung.processor.domain.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Evidence;

/**
 * The figures of a company as of a valid time, defined in the design, section 2. Amounts are whole US dollars, ratios
 * are not rounded; absent means unknown.
 *
 * @param companyId the company
 * @param company display name
 * @param valuationUsd valuation of the last round that has one
 * @param valuationAt when that round occurred
 * @param totalRaisedUsd what was raised by primary rounds
 * @param announcedUsd promised by primary rounds, not yet paid
 * @param debtRaisedUsd borrowed
 * @param rounds number of rounds in force, tranches aside
 * @param stepUp valuation ÷ the valuation before it
 * @param yearOverYearMultiple valuation ÷ valuation as of one calendar year before {@code valuationAt}
 * @param peakValuationUsd the highest valuation
 * @param drawdown 1 − valuation ÷ peak
 * @param talks the last RUMORED round after {@code valuationAt}
 * @param monthlyBurnUsd cash burned a month, as last reported
 * @param annualizedRevenueUsd revenue a year, as last reported
 * @param cashUsd cash at hand, as last reported
 * @param runwayMonths months until the cash is gone at the last reported burn, one decimal
 * @param revenueMultiple valuation ÷ annualized revenue
 * @param usage the newest value of every product and metric
 * @param evidence what each figure rests on, by the figure's name
 */
public record Company(
        String companyId,
        String company,
        @Nullable Long valuationUsd,
        @Nullable Instant valuationAt,
        long totalRaisedUsd,
        long announcedUsd,
        long debtRaisedUsd,
        int rounds,
        @Nullable Double stepUp,
        @Nullable Double yearOverYearMultiple,
        @Nullable Long peakValuationUsd,
        @Nullable Double drawdown,
        @Nullable Talks talks,
        @Nullable Long monthlyBurnUsd,
        @Nullable Long annualizedRevenueUsd,
        @Nullable Long cashUsd,
        @Nullable BigDecimal runwayMonths,
        @Nullable Double revenueMultiple,
        List<Use> usage,
        Map<String, Evidence> evidence) {

    public Company {
        usage = List.copyOf(usage);
        evidence = Map.copyOf(evidence);
    }

    /** A round that is talked about. */
    public record Talks(@Nullable Long amountUsd, @Nullable Long valuationUsd, Instant occurredAt) {}

    /** How much a product is used; an unknown product or metric is empty. */
    public record Use(
            String product,
            String metric,
            long value,
            @Nullable Boolean atLeast,
            Instant occurredAt) {}
}
