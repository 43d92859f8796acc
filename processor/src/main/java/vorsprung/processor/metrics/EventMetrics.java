package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.topology.TopologyMetrics;
import vorsprung.topic.EventType;

/**
 * Counts what the topology does with events. Every counter is there from the start, so that its first step is seen.
 *
 * <p>A dead letter counts once it is committed. Its topic may refuse it, or another record of its transaction may fail:
 * then it is in no topic.
 */
public final class EventMetrics implements TopologyMetrics {
    private static final String DEAD_LETTER = "dead_letter";

    private final EventAges ages;
    private final AwaitingCommit<Counter> deadLetters = new AwaitingCommit<>();
    private final Map<EventType, Map<String, Counter>> counters = new HashMap<>();
    private final Map<EventType, Map<Boolean, Counter>> contradictions = new HashMap<>();
    private final Map<Signal.Type, Counter> signals = new EnumMap<>(Signal.Type.class);

    /** Counters in this registry; {@code ages} times the reports. */
    public EventMetrics(MeterRegistry registry, EventAges ages) {
        this.ages = ages;
        for (EventType type : EventType.values()) {
            Map<String, Counter> byOutcome = new HashMap<>();
            for (Outcome.Kind kind : Outcome.Kind.values()) {
                byOutcome.put(name(kind), counter(registry, type, name(kind)));
            }
            byOutcome.put(DEAD_LETTER, counter(registry, type, DEAD_LETTER));
            counters.put(type, Map.copyOf(byOutcome));
            contradictions.put(
                    type,
                    Map.of(true, contradictions(registry, type, true), false, contradictions(registry, type, false)));
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
    public void taken(Taken report) {
        counter(report.type(), name(report.outcome())).increment();
        ages.taken(report);
    }

    @Override
    public void contradicted(Taken report) {
        Objects.requireNonNull(Objects.requireNonNull(contradictions.get(report.type()))
                        .get(report.historical()))
                .increment();
    }

    @Override
    public void deadLetter(EventType type, int partition, long offset) {
        Counter counter = counter(type, DEAD_LETTER);
        if (!deadLetters.add(type, partition, offset, counter)) {
            // Rather one that is never written than none of so many.
            counter.increment();
        }
    }

    /** Counts the dead letters that are committed by now. */
    public void look(Committed committed) {
        deadLetters.look(committed, Counter::increment);
    }

    @Override
    public void signal(Signal.Type type) {
        Objects.requireNonNull(signals.get(type)).increment();
    }

    private Counter counter(EventType type, String outcome) {
        return Objects.requireNonNull(Objects.requireNonNull(counters.get(type)).get(outcome));
    }

    private static String name(Outcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Counter counter(MeterRegistry registry, EventType type, String outcome) {
        return Counter.builder(MetricNames.EVENTS)
                .description("Events by type and what came of them; dead letters once they are committed")
                .tag("type", type.label())
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Counter contradictions(MeterRegistry registry, EventType type, boolean historical) {
        return Counter.builder(MetricNames.CONTRADICTIONS)
                .description(
                        "Reports that give another figure of a fact than another source; historical as with signals")
                .tag("type", type.label())
                .tag("historical", Boolean.toString(historical))
                .register(registry);
    }
}
