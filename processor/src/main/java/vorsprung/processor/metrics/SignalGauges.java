package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.metrics.GaugeFamily.Series;
import vorsprung.processor.query.Queries;

/**
 * The signals that are news: found a short while ago, neither historical nor withdrawn. Read from the stores, so a
 * restart forgets none and tells none anew; a history that is imported makes none.
 *
 * <p>A scrape sees both figures of a signal or neither: an alert fires on the new one, and its sentence names the one
 * before as well.
 */
final class SignalGauges implements MultiCollector {
    /** A signal whose cause lies further back than this was historical when it was found. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Queries queries;
    private final Duration newsFor;
    private final SeriesLimit limit;
    private volatile MetricSnapshots shown = new MetricSnapshots();

    SignalGauges(PrometheusMeterRegistry registry, Queries queries, MetricsSettings settings) {
        this.queries = queries;
        this.newsFor = settings.newsFor();
        this.limit = new SeriesLimit(registry, MetricNames.SIGNAL_VALUE, settings.maxSeries());
        registry.getPrometheusRegistry().register(this);
    }

    void refresh(Instant now) {
        Instant from = now.minus(newsFor);
        List<Series> values = new ArrayList<>();
        Map<Tags, Double> before = new HashMap<>();
        queries.signals().signals(EnumSet.allOf(Signal.Type.class), Optional.of(from.minus(NEWS))).stream()
                .filter(found -> isNews(found, from))
                .map(Found::signal)
                .forEach(signal -> {
                    Tags tags = SignalLabels.of(signal);
                    values.addAll(Series.of(tags, signal.value()));
                    Series.of(tags, signal.previous()).forEach(series -> before.put(tags, series.value()));
                });
        show(limit.of(values), before);
    }

    @Override
    public MetricSnapshots collect() {
        return shown;
    }

    private void show(List<Series> values, Map<Tags, Double> before) {
        GaugeSnapshot.Builder value = family(MetricNames.SIGNAL_VALUE, "Figure of a signal that is news");
        GaugeSnapshot.Builder previous =
                family(MetricNames.SIGNAL_PREVIOUS, "Figure before the one of a signal that is news");
        for (Series series : values) {
            value.dataPoint(point(series.tags(), series.value()));
            if (before.containsKey(series.tags())) {
                previous.dataPoint(point(series.tags(), before.get(series.tags())));
            }
        }
        shown = new MetricSnapshots(value.build(), previous.build());
    }

    private static GaugeSnapshot.Builder family(String name, String help) {
        return GaugeSnapshot.builder().name(name.replace('.', '_')).help(help);
    }

    private static GaugeDataPointSnapshot point(Tags tags, double value) {
        Labels.Builder labels = Labels.builder();
        tags.forEach(tag -> labels.label(tag.getKey(), tag.getValue()));
        return GaugeDataPointSnapshot.builder()
                .labels(labels.build())
                .value(value)
                .build();
    }

    private static boolean isNews(Found found, Instant from) {
        return !found.historical() && !found.withdrawn() && found.foundAt().isAfter(from);
    }
}
