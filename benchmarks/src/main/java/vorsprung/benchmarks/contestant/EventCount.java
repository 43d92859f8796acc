package vorsprung.benchmarks.contestant;

import java.time.Instant;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.topology.TopologyMetrics;
import vorsprung.topic.EventType;

/** Runs an action after every event that the topology has taken. */
final class EventCount implements TopologyMetrics {
    private final Runnable afterEach;

    EventCount(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    @Override
    public void taken(EventType type, Outcome.Kind outcome, Instant publishedAt) {
        afterEach.run();
    }

    @Override
    public void deadLetter(EventType type) {
        throw new IllegalStateException("a generated " + type.label() + " was refused: the generator is wrong");
    }

    @Override
    public void signal(Signal.Type type) {}
}
