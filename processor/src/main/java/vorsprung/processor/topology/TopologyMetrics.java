package vorsprung.processor.topology;

import java.time.Instant;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.report.Outcome;
import vorsprung.topic.EventType;

/** What the topology counts, without knowing who keeps the counts. */
public interface TopologyMetrics {

    /** A report was taken; {@code publishedAt} is its record timestamp. */
    void taken(EventType type, Outcome.Kind outcome, Instant publishedAt);

    /** A record became a dead letter. */
    void deadLetter(EventType type);

    /** A signal was told that is news: neither historical nor withdrawn. */
    void signal(Signal.Type type);

    /** Counts nothing. */
    static TopologyMetrics none() {
        return new TopologyMetrics() {
            @Override
            public void taken(EventType type, Outcome.Kind outcome, Instant publishedAt) {}

            @Override
            public void deadLetter(EventType type) {}

            @Override
            public void signal(Signal.Type type) {}
        };
    }
}
