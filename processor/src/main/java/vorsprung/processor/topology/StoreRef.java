package vorsprung.processor.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import vorsprung.processor.store.RememberingStore;
import vorsprung.processor.store.WritableStore;

/**
 * A state store: timelines as ordered bytes, kept in RocksDB and on a changelog topic of the same name.
 *
 * @param name the store's name
 */
public record StoreRef(String name) {

    /** Builds the store; a cache of the DSL would show uncommitted values to queries, so there is none. */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(WriteBehindStore.supplier(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }

    /** The task's own store. */
    public WritableStore in(ProcessingContext context) {
        return new TaskStore(context.getStateStore(name));
    }

    /** The task's own store, with what is in use of it on the heap: for the processor that writes it, as it begins. */
    RememberingStore remember(ProcessingContext context, CommitPace.Requests commits) {
        return WriteBehindStore.of(context.getStateStore(name)).remember(in(context), commits::committing);
    }

    /** The same for a processor that only reads it, once all processors of the task have begun. */
    RememberingStore remembered(ProcessingContext context) {
        return WriteBehindStore.of(context.getStateStore(name)).remembered();
    }
}
