package vorsprung.processor.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The partitions of stores that are processed here just now. A task whose commit failed is taken apart, its stores
 * emptied and restored, while its thread goes on; Kafka Streams calls it active all the time.
 */
public final class ActiveStores {
    private final Map<Place, Stretch> stretches = new ConcurrentHashMap<>();

    private record Place(String store, int partition) {}

    /** A stretch of processing, which ends when nobody is asking: a database that is closed meanwhile ends the process. */
    private static final class Stretch {
        private final StateStore store;
        private final ReadWriteLock asking = new ReentrantReadWriteLock();
        private boolean ended;

        Stretch(StateStore store) {
            this.store = store;
        }

        <R> Optional<R> ask(Function<StateStore, R> question) {
            asking.readLock().lock();
            try {
                return ended ? Optional.empty() : Optional.of(question.apply(store));
            } finally {
                asking.readLock().unlock();
            }
        }

        void end() {
            asking.writeLock().lock();
            try {
                ended = true;
            } finally {
                asking.writeLock().unlock();
            }
        }
    }

    /** From now on these are whole: their processor begins. */
    void begin(List<StoreRef> begun, ProcessorContext<?, ?> context) {
        begun.forEach(store -> stretches.put(place(store, context), new Stretch(context.getStateStore(store.name()))));
    }

    /** Before they are closed. */
    void end(List<StoreRef> ended, ProcessorContext<?, ?> context) {
        for (StoreRef store : ended) {
            Stretch stretch = stretches.remove(place(store, context));
            if (stretch != null) {
                stretch.end();
            }
        }
    }

    /** What a store answers; empty when it is not processed here just now. Its {@code query} is made for any thread. */
    public <R> Optional<R> ask(String store, int partition, Function<StateStore, R> question) {
        Stretch stretch = stretches.get(new Place(store, partition));
        return stretch == null ? Optional.empty() : stretch.ask(question);
    }

    private static Place place(StoreRef store, ProcessorContext<?, ?> context) {
        return new Place(store.name(), context.taskId().partition());
    }
}
