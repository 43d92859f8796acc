package vorsprung.processor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import vorsprung.http.JvmMetrics;
import vorsprung.processor.metrics.Committed;
import vorsprung.processor.metrics.EventAges;
import vorsprung.processor.metrics.EventMetrics;
import vorsprung.processor.metrics.KafkaMetrics;
import vorsprung.processor.metrics.MarketGauges;
import vorsprung.processor.metrics.MetricNames;
import vorsprung.processor.metrics.StreamsGauges;
import vorsprung.processor.query.Queries;
import vorsprung.processor.runtime.Refresh;
import vorsprung.processor.runtime.RegistryWait;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.topology.TopologyMetrics;

/** What the processor exports to Prometheus: made before the topology that it counts, completed with the rest. */
final class Instrumentation implements AutoCloseable {
    /** How exactly an event's age is known, and how soon a dead letter is counted. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EventAges ages = new EventAges(registry, InstantSource.system());
    private final EventMetrics events = new EventMetrics(registry, ages);
    private final Deque<Refresh> refreshes = new ArrayDeque<>();
    private final JvmMetrics jvm = JvmMetrics.in(registry);

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Counts what the topology does. */
    TopologyMetrics events() {
        return events;
    }

    /**
     * Adds what the streams and the market have to show.
     *
     * @param owned answers from this instance's own partitions, as if there were no others
     * @param all answers from all partitions
     */
    void watch(ProcessorConfig config, StreamsRuntime streams, Queries owned, Queries all) {
        StreamsGauges.addTo(registry, streams.client(), config.threads(), new File(config.stateDir()));
        registry.getPrometheusRegistry().register(new KafkaMetrics(streams.client()::metrics));
        MarketGauges market = new MarketGauges(registry, owned, all, config.metrics(), InstantSource.system());
        refreshes.add(new Refresh(market::refresh, config.metrics().interval()));
        Committed committed =
                (type, partition) -> owned.progress().offset(type, partition).orElse(-1L);
        refreshes.add(new Refresh(
                () -> {
                    ages.look(committed);
                    events.look(committed);
                },
                BETWEEN_LOOKS));
    }

    /** Adds how long processing waits for the schema registry. */
    void watch(RegistryWait wait) {
        Gauge.builder(MetricNames.REGISTRY_WAIT, wait, each -> each.longest().toMillis() / 1_000.0)
                .description("How long processing has been waiting for the schema registry; 0 when it does not wait")
                .register(registry);
    }

    void start() {
        refreshes.forEach(Refresh::start);
    }

    @Override
    public void close() {
        refreshes.forEach(Refresh::close);
        jvm.close();
    }
}
