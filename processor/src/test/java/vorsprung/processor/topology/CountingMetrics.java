package vorsprung.processor.topology;

import java.util.Map;
import java.util.TreeMap;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.topic.EventType;

/** Keeps the counts of a topology, by type and outcome. */
final class CountingMetrics implements TopologyMetrics {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public void taken(Taken report) {
        counts.merge(report.type().label() + ' ' + report.outcome(), 1, Integer::sum);
    }

    @Override
    public void contradicted(Taken report) {
        String news = report.historical() ? " CONTRADICTED before" : " CONTRADICTED";
        counts.merge(report.type().label() + news, 1, Integer::sum);
    }

    @Override
    public void deadLetter(EventType type, int partition, long offset) {
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
