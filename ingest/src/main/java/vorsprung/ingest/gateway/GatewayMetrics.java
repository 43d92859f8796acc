package vorsprung.ingest.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import vorsprung.topic.EventType;

/** Counts the events that came to the gateway: {@code vorsprung_gateway_events_total} by type and outcome. */
final class GatewayMetrics {
    private final MeterRegistry registry;

    /** What became of an event. */
    enum Outcome {
        /** Acknowledged by Kafka. */
        PUBLISHED,
        /** Published before, by a request with the same key. */
        REPEATED,
        /** Malformed or forbidden, or in a batch with one that is. */
        REJECTED,
        /** Kafka or the registry was away. */
        UNAVAILABLE
    }

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (EventType type : EventType.values()) {
            for (Outcome outcome : Outcome.values()) {
                // There from the start: the first step of a counter that appears with it is lost on Prometheus.
                counter(type, outcome);
            }
        }
    }

    void count(EventType type, Outcome outcome, int events) {
        counter(type, outcome).increment(events);
    }

    private Counter counter(EventType type, Outcome outcome) {
        return Counter.builder("vorsprung.gateway.events")
                .description("Events that came to the gateway")
                .tag("type", type.label())
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
