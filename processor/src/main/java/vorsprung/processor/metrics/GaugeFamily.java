package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gauges of one name whose series come and go with what they show, up to a limit. */
final class GaugeFamily {
    private final MultiGauge gauge;
    private final SeriesLimit limit;
    private final Map<Tags, Shown> now = new HashMap<>();

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

    private GaugeFamily(MultiGauge gauge, SeriesLimit limit) {
        this.gauge = gauge;
        this.limit = limit;
    }

    /**
     * A family without series.
     *
     * @param most how many series it exports
     */
    static GaugeFamily of(MeterRegistry registry, String name, String description, int most) {
        MultiGauge gauge = MultiGauge.builder(name).description(description).register(registry);
        return new GaugeFamily(gauge, new SeriesLimit(registry, name, most));
    }

    /** Shows these series, and no other. One thread at a time. */
    void show(List<Series> all) {
        List<Series> shown = limit.of(all);
        now.keySet().retainAll(shown.stream().map(Series::tags).collect(Collectors.toSet()));
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Series series : shown) {
            Shown gauged = now.computeIfAbsent(series.tags(), tags -> new Shown());
            gauged.value = series.value();
            rows.add(MultiGauge.Row.of(series.tags(), gauged, each -> each.value));
        }
        gauge.register(rows);
    }
}
