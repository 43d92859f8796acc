package vorsprung.processor.topology;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.report.Outcome;
import vorsprung.topic.EventType;

/** Keeps the counts of a topology, by type and outcome. */
final class CountingMetrics implements TopologyMetrics {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public void taken(EventType type, Outcome.Kind outcome, Instant publishedAt) {
        counts.merge(type.label() + ' ' + outcome, 1, Integer::sum);
    }

    @Override
    public void deadLetter(EventType type) {
        counts.merge(type.label() + " DEAD_LETTER", 1, Integer::sum);
    }

    @Override
    public void signal(Signal.Type type) {
        counts.merge("signal " + type, 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
