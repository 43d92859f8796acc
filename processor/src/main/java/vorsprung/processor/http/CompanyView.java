package vorsprung.processor.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.valuation.Company;

/** A company as the API shows it; the figures are those of {@link Company}. */
record CompanyView(
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
        Company.@Nullable Talks talks,
        @Nullable Long monthlyBurnUsd,
        @Nullable Long annualizedRevenueUsd,
        @Nullable Long cashUsd,
        @Nullable BigDecimal runwayMonths,
        @Nullable Double revenueMultiple,
        List<Use> usage,
        Map<String, List<String>> evidence,
        Map<String, Long> evidenceCount) {

    /** How much a product is used. */
    record Use(
            @Nullable String product,
            @Nullable String metric,
            long value,
            @Nullable Boolean atLeast,
            Instant occurredAt) {
        static Use of(Company.Use use) {
            return new Use(known(use.product()), known(use.metric()), use.value(), use.atLeast(), use.occurredAt());
        }

        private static @Nullable String known(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    static CompanyView of(Company company) {
        return new CompanyView(
                company.companyId(),
                company.company(),
                company.valuationUsd(),
                company.valuationAt(),
                company.totalRaisedUsd(),
                company.announcedUsd(),
                company.debtRaisedUsd(),
                company.rounds(),
                company.stepUp(),
                company.yearOverYearMultiple(),
                company.peakValuationUsd(),
                company.drawdown(),
                company.talks(),
                company.monthlyBurnUsd(),
                company.annualizedRevenueUsd(),
                company.cashUsd(),
                company.runwayMonths(),
                company.revenueMultiple(),
                company.usage().stream().map(Use::of).toList(),
                EvidenceView.eventIds(company.evidence()),
                EvidenceView.counts(company.evidence()));
    }
}
