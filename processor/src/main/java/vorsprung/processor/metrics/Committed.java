package vorsprung.processor.metrics;

import vorsprung.processor.query.NotReadyException;
import vorsprung.topic.EventType;

/** Says up to which offset questions see a partition of a type's topic; -1 for nothing. */
@FunctionalInterface
public interface Committed {
    /**
     * The last offset that is committed.
     *
     * @throws NotReadyException if the partition is not on this instance, or not restored
     */
    long offset(EventType type, int partition);
}
