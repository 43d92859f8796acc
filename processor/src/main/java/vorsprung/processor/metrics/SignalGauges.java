package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.metrics.GaugeFamily.Series;
import vorsprung.processor.query.Queries;

/**
 * The signals that are news: found a short while ago, neither historical nor withdrawn. Read from the stores, so a
 * restart forgets none and tells none anew; a history that is imported makes none.
 */
final class SignalGauges {
    /** A signal whose cause lies further back than this was historical when it was found. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Queries queries;
    private final Duration newsFor;
    private final GaugeFamily values;
    private final GaugeFamily previous;

    SignalGauges(MeterRegistry registry, Queries queries, MetricsSettings settings) {
        this.queries = queries;
        this.newsFor = settings.newsFor();
        this.values = GaugeFamily.of(
                registry, MetricNames.SIGNAL_VALUE, "Figure of a signal that is news", settings.maxSeries());
        this.previous = GaugeFamily.of(
                registry,
                MetricNames.SIGNAL_PREVIOUS,
                "Figure before the one of a signal that is news",
                settings.maxSeries());
    }

    void refresh(Instant now) {
        Instant from = now.minus(newsFor);
        List<Series> after = new ArrayList<>();
        List<Series> before = new ArrayList<>();
        queries.signals().signals(EnumSet.allOf(Signal.Type.class), Optional.of(from.minus(NEWS))).stream()
                .filter(found -> isNews(found, from))
                .map(Found::signal)
                .forEach(signal -> {
                    Tags tags = SignalLabels.of(signal);
                    after.addAll(Series.of(tags, signal.value()));
                    before.addAll(Series.of(tags, signal.previous()));
                });
        values.show(after);
        previous.show(before);
    }

    private static boolean isNews(Found found, Instant from) {
        return !found.historical() && !found.withdrawn() && found.foundAt().isAfter(from);
    }
}
