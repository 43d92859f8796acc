package vorsprung.processor.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The events of one partition that were processed and wait for their commit. Used by two threads.
 *
 * @param <T> what is known of an event
 */
final class EventsUnderWay<T> {
    /** Beyond, there is no room: what is known must not cost more memory than the work. */
    static final int MOST = 10_000;

    private final Deque<Event<T>> events = new ArrayDeque<>();

    private record Event<T>(long offset, T known) {}

    /**
     * Adds one, if there is room; whether there is. An aborted transaction brings records again: those of the first try
     * never were committed.
     */
    synchronized boolean add(long offset, T known) {
        while (!events.isEmpty() && events.getLast().offset() >= offset) {
            events.removeLast();
        }
        return events.size() < MOST && events.add(new Event<>(offset, known));
    }

    synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** Those up to an offset, which are then gone from here. */
    synchronized List<T> takeUpTo(long offset) {
        List<T> taken = new ArrayList<>();
        while (!events.isEmpty() && events.getFirst().offset() <= offset) {
            taken.add(events.removeFirst().known());
        }
        return taken;
    }

    synchronized void clear() {
        events.clear();
    }
}
