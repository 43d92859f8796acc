package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of one name whose series come and go with what they show. The largest are exported, up to a limit; how many are
 * left out is a gauge of its own.
 */
final class GaugeFamily {
    private final MultiGauge gauge;
    private final int most;
    private final Map<Tags, Shown> now = new HashMap<>();
    private final AtomicInteger leftOut = new AtomicInteger();

    /** One series: labels that are ids, and a number. */
    record Series(Tags tags, double value) {
        /** A series of this number; none for an unknown one. */
        static List<Series> of(Tags tags, @Nullable Number value) {
            return value == null ? List.of() : List.of(new Series(tags, value.doubleValue()));
        }
    }

    /** What a gauge shows, for as long as its series is there: one that is made anew is missed, or seen twice, by a scrape. */
    private static final class Shown {
        private volatile double value;
    }

    private GaugeFamily(MultiGauge gauge, int most) {
        this.gauge = gauge;
        this.most = most;
    }

    /**
     * A family without series.
     *
     * @param most how many series it exports
     */
    static GaugeFamily of(MeterRegistry registry, String name, String description, int most) {
        MultiGauge gauge = MultiGauge.builder(name).description(description).register(registry);
        GaugeFamily family = new GaugeFamily(gauge, most);
        Gauge.builder(MetricNames.SERIES_LEFT_OUT, family.leftOut, AtomicInteger::get)
                .description("Series left out because a family has more than the limit")
                .tag("family", name.replace('.', '_'))
                .register(registry);
        return family;
    }

    /** Shows these series, and no other. One thread at a time. */
    void show(List<Series> all) {
        List<Series> shown = all.stream()
                .filter(series -> Double.isFinite(series.value()))
                .sorted(Comparator.comparingDouble(Series::value).reversed())
                .limit(most)
                .toList();
        now.keySet().retainAll(shown.stream().map(Series::tags).collect(Collectors.toSet()));
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Series series : shown) {
            Shown gauged = now.computeIfAbsent(series.tags(), tags -> new Shown());
            gauged.value = series.value();
            rows.add(MultiGauge.Row.of(series.tags(), gauged, each -> each.value));
        }
        leftOut.set(all.size() - shown.size());
        gauge.register(rows);
    }
}
