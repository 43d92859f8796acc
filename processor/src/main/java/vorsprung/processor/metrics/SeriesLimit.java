package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vorsprung.processor.metrics.GaugeFamily.Series;

/** How many series a family exports: the largest, up to a limit; how many are left out is a gauge of its own. */
final class SeriesLimit {
    private final int most;
    private final AtomicInteger leftOut = new AtomicInteger();

    /** The limit of the family of this (Micrometer) name. */
    SeriesLimit(MeterRegistry registry, String name, int most) {
        this.most = most;
        Gauge.builder(MetricNames.SERIES_LEFT_OUT, leftOut, AtomicInteger::get)
                .description("Series left out because a family has more than the limit")
                .tag("family", name.replace('.', '_'))
                .register(registry);
    }

    /** Those to export, the largest first; none whose value is not a finite number. */
    List<Series> of(List<Series> all) {
        List<Series> exported = all.stream()
                .filter(series -> Double.isFinite(series.value()))
                .sorted(Comparator.comparingDouble(Series::value).reversed())
                .limit(most)
                .toList();
        leftOut.set(all.size() - exported.size());
        return exported;
    }
}
