package vorsprung.processor.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which partitions of stores are processed here just now. A task whose commit failed is taken apart, its stores emptied
 * and restored, while its thread goes on; Kafka Streams calls it active all the time.
 */
public final class ActiveStores {
    private final Map<Place, Long> terms = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();

    private record Place(String store, int partition) {}

    /** From now on these are whole: their processor begins. */
    void begin(List<StoreRef> stores, int partition) {
        long term = begun.incrementAndGet();
        stores.forEach(store -> terms.put(new Place(store.name(), partition), term));
    }

    /** Before they are closed. */
    void end(List<StoreRef> stores, int partition) {
        stores.forEach(store -> terms.remove(new Place(store.name(), partition)));
    }

    /** Tells one stretch of processing from the next; absent in between. */
    public Optional<Long> term(String store, int partition) {
        return Optional.ofNullable(terms.get(new Place(store, partition)));
    }
}
