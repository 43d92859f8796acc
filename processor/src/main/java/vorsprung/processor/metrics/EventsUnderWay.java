package vorsprung.processor.metrics;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The events of one partition that were processed and wait for their commit. Used by two threads. */
final class EventsUnderWay {
    /** Beyond, events go untimed: the clock must not cost more memory than the work. */
    private static final int MOST = 10_000;

    private final Deque<Event> events = new ArrayDeque<>();

    /** An event, and when it was published. */
    record Event(long offset, Instant publishedAt, boolean historical) {}

    /** Adds one. An aborted transaction brings records again: those of the first try never were committed. */
    synchronized void add(Event event) {
        while (!events.isEmpty() && events.getLast().offset() >= event.offset()) {
            events.removeLast();
        }
        if (events.size() < MOST) {
            events.addLast(event);
        }
    }

    synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** Those up to an offset, which are then gone from here. */
    synchronized List<Event> takeUpTo(long offset) {
        List<Event> taken = new ArrayList<>();
        while (!events.isEmpty() && events.getFirst().offset() <= offset) {
            taken.add(events.removeFirst());
        }
        return taken;
    }

    synchronized void clear() {
        events.clear();
    }
}
