package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.metrics.GaugeFamily.Series;
import vorsprung.processor.query.BenchmarkQuery.Benchmark;

/** Who leads, by how much, and how long leads last. */
final class BenchmarkGauges {
    private final GaugeFamily leadDays;
    private final GaugeFamily margin;
    private final GaugeFamily marginPercent;
    private final GaugeFamily vorsprungDays;
    private final GaugeFamily vorsprungDaysQuarterAgo;
    private final GaugeFamily contenders;
    private final GaugeFamily frontier;
    private final GaugeFamily lastResult;

    BenchmarkGauges(MeterRegistry registry, int most) {
        this.leadDays = GaugeFamily.of(registry, MetricNames.LEAD_DAYS, "Age of the open lead window, days", most);
        this.margin =
                GaugeFamily.of(registry, MetricNames.LEAD_MARGIN, "Leader's best less the best of all others", most);
        this.marginPercent = GaugeFamily.of(
                registry, MetricNames.LEAD_MARGIN_PERCENT, "Margin in percent of the best of all others", most);
        this.vorsprungDays =
                GaugeFamily.of(registry, MetricNames.VORSPRUNG_DAYS, "How long a lead lasts nowadays, days", most);
        this.vorsprungDaysQuarterAgo = GaugeFamily.of(
                registry,
                MetricNames.VORSPRUNG_DAYS_QUARTER_AGO,
                "How long a lead lasted as of 91 days ago, days",
                most);
        this.contenders =
                GaugeFamily.of(registry, MetricNames.CONTENDERS, "Companies within two percent of the frontier", most);
        this.frontier = GaugeFamily.of(registry, MetricNames.FRONTIER, "The best score of all", most);
        this.lastResult = GaugeFamily.of(
                registry, MetricNames.LAST_RESULT, "When the last result occurred, seconds since 1970", most);
    }

    void show(List<Benchmark> now, List<Benchmark> quarterAgo) {
        leadDays.show(now.stream()
                .map(each -> new Series(
                        benchmark(each).and("company", each.figures().leader()),
                        each.figures().leadDays()))
                .toList());
        margin.show(series(now, BenchmarkFigures::margin));
        marginPercent.show(series(now, BenchmarkFigures::marginPercent));
        vorsprungDays.show(series(now, BenchmarkFigures::vorsprungDays));
        vorsprungDaysQuarterAgo.show(series(quarterAgo, BenchmarkFigures::vorsprungDays));
        contenders.show(series(now, BenchmarkFigures::contenders));
        frontier.show(series(now, BenchmarkFigures::frontier));
        lastResult.show(series(now, figures -> figures.lastResultAt().getEpochSecond()));
    }

    private static List<Series> series(
            List<Benchmark> benchmarks, Function<BenchmarkFigures, @Nullable Number> figure) {
        return benchmarks.stream()
                .flatMap(each -> Series.of(benchmark(each), figure.apply(each.figures())).stream())
                .toList();
    }

    private static Tags benchmark(Benchmark benchmark) {
        return Tags.of("benchmark", benchmark.benchmarkId());
    }
}
