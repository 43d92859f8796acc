package vorsprung.benchmarks.contestant;

import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.topology.TopologyMetrics;
import vorsprung.topic.EventType;

/** Runs an action after every event that the topology has taken. */
final class EventCount implements TopologyMetrics {
    private final Runnable afterEach;

    EventCount(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    @Override
    public void taken(Taken report) {
        afterEach.run();
    }

    @Override
    public void contradicted(Taken report) {}

    @Override
    public void deadLetter(EventType type, int partition, long offset) {
        throw new IllegalStateException("a generated " + type.label() + " was refused: the generator is wrong");
    }

    @Override
    public void signal(Signal.Type type) {}
}
