package vorsprung.processor.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vorsprung.processor.query.NotReadyException;
import vorsprung.topic.EventType;

/**
 * The events that were processed and wait for their commit: before, questions do not see them, and what they made may
 * still be taken back.
 *
 * @param <T> what is known of an event
 */
final class AwaitingCommit<T> {
    private final Map<Partition, EventsUnderWay<T>> underWay = new ConcurrentHashMap<>();

    private record Partition(EventType type, int number) {}

    /** Adds an event, if there is room for it; whether there is. */
    boolean add(EventType type, int partition, long offset, T known) {
        return underWay.computeIfAbsent(new Partition(type, partition), first -> new EventsUnderWay<>())
                .add(offset, known);
    }

    /** Gives those that are committed by now, each once. */
    void look(Committed committed, Consumer<T> seen) {
        underWay.forEach((partition, events) -> {
            if (!events.isEmpty()) {
                look(partition, events, committed, seen);
            }
        });
    }

    private void look(Partition partition, EventsUnderWay<T> events, Committed committed, Consumer<T> seen) {
        try {
            long offset = committed.offset(partition.type(), partition.number());
            events.takeUpTo(offset).forEach(seen);
        } catch (NotReadyException e) {
            // The partition has moved: its next owner processes again what was not committed.
            events.clear();
        }
    }
}
