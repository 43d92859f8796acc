package vorsprung.processor.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The partitions of stores that are processed here just now. A task whose commit failed is taken apart, its stores
 * emptied and restored, while its thread goes on; Kafka Streams calls it active all the time.
 */
public final class ActiveStores {
    private final Map<Place, StateStore> stores = new ConcurrentHashMap<>();

    private record Place(String store, int partition) {}

    /** From now on these are whole: their processor begins. */
    void begin(List<StoreRef> begun, ProcessorContext<?, ?> context) {
        begun.forEach(store -> stores.put(place(store, context), context.getStateStore(store.name())));
    }

    /** Before they are closed. */
    void end(List<StoreRef> ended, ProcessorContext<?, ?> context) {
        ended.forEach(store -> stores.remove(place(store, context)));
    }

    /** The store, another object in each stretch of processing; absent in between. Only {@code query} is for others. */
    public Optional<StateStore> store(String name, int partition) {
        return Optional.ofNullable(stores.get(new Place(name, partition)));
    }

    private static Place place(StoreRef store, ProcessorContext<?, ?> context) {
        return new Place(store.name(), context.taskId().partition());
    }
}
