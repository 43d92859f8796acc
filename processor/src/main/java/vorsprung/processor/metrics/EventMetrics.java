package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.topology.TopologyMetrics;
import vorsprung.topic.EventType;

/** Counts events by type and outcome. */
public final class EventMetrics implements TopologyMetrics {
    private static final String DEAD_LETTER = "dead_letter";

    private final Map<EventType, Map<String, Counter>> counters = new HashMap<>();
    private final Map<Signal.Type, Counter> signals = new EnumMap<>(Signal.Type.class);

    /** Counters in this registry, all of them there from the start. */
    public EventMetrics(MeterRegistry registry) {
        for (EventType type : EventType.values()) {
            Map<String, Counter> byOutcome = new HashMap<>();
            for (Outcome.Kind kind : Outcome.Kind.values()) {
                byOutcome.put(name(kind), counter(registry, type, name(kind)));
            }
            byOutcome.put(DEAD_LETTER, counter(registry, type, DEAD_LETTER));
            counters.put(type, Map.copyOf(byOutcome));
        }
        for (Signal.Type type : Signal.Type.values()) {
            signals.put(
                    type,
                    Counter.builder(MetricNames.SIGNALS)
                            .description("Signals by type; historical and withdrawn ones are not counted")
                            .tag("type", type.name())
                            .register(registry));
        }
    }

    @Override
    public void taken(EventType type, Outcome.Kind outcome, Instant publishedAt) {
        increment(type, name(outcome));
    }

    @Override
    public void deadLetter(EventType type) {
        increment(type, DEAD_LETTER);
    }

    @Override
    public void signal(Signal.Type type) {
        Objects.requireNonNull(signals.get(type)).increment();
    }

    private void increment(EventType type, String outcome) {
        Objects.requireNonNull(Objects.requireNonNull(counters.get(type)).get(outcome))
                .increment();
    }

    private static String name(Outcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Counter counter(MeterRegistry registry, EventType type, String outcome) {
        return Counter.builder(MetricNames.EVENTS)
                .description("Events by type and what came of them")
                .tag("type", type.label())
                .tag("outcome", outcome)
                .register(registry);
    }
}
