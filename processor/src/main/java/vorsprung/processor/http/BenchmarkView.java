package vorsprung.processor.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.query.BenchmarkQuery.Benchmark;
import vorsprung.processor.query.CompanyQuery.ClaimedLead;

/** A benchmark as the API shows it; the figures are those of {@link BenchmarkFigures}. */
record BenchmarkView(
        String benchmarkId,
        String benchmark,
        boolean higherIsBetter,
        String leader,
        String leaderModelId,
        double frontier,
        @Nullable Double margin,
        @Nullable Double marginPercent,
        double leadDays,
        @Nullable Double vorsprungDays,
        int contenders,
        Instant lastResultAt,
        List<ClaimView> claims,
        List<String> evidence) {

    /** A claim beside the measured Vorsprung. */
    record ClaimView(
            @Nullable String claimant,
            @Nullable Double minMonths,
            @Nullable Double maxMonths,
            @Nullable Double formerMonths,
            String companyId,
            Instant occurredAt) {
        static ClaimView of(ClaimedLead claimed) {
            return new ClaimView(
                    claimed.claim().claimant(),
                    claimed.claim().minMonths(),
                    claimed.claim().maxMonths(),
                    claimed.claim().formerMonths(),
                    claimed.companyId(),
                    claimed.claim().place().occurredAt());
        }
    }

    static BenchmarkView of(Benchmark benchmark, List<ClaimedLead> claims) {
        BenchmarkFigures figures = benchmark.figures();
        String name = figures.benchmark();
        return new BenchmarkView(
                benchmark.benchmarkId(),
                name == null ? benchmark.benchmarkId() : name,
                figures.higherIsBetter(),
                figures.leader(),
                figures.leaderModelId(),
                figures.frontier(),
                figures.margin(),
                figures.marginPercent(),
                figures.leadDays(),
                figures.vorsprungDays(),
                figures.contenders(),
                figures.lastResultAt(),
                claims.stream().map(ClaimView::of).toList(),
                figures.evidence());
    }
}
