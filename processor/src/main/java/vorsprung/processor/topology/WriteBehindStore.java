package vorsprung.processor.topology;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.store.RememberingStore;
import vorsprung.processor.store.WritableStore;

/**
 * A store that is told by Kafka Streams when a commit is prepared, and has then written to it what its task remembers.
 * Only its own caching stores are told, through a class that is internal to Kafka Streams: ADR 16.
 */
final class WriteBehindStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements KeyValueStore<Bytes, byte[]> {
    private @Nullable RememberingStore remembering;
    private @Nullable InternalProcessorContext<?, ?> context;
    private @Nullable ProcessorRecordContext unflushed;
    private Runnable beforeCommit = () -> {};

    private WriteBehindStore(KeyValueStore<Bytes, byte[]> store) {
        super(store);
    }

    /** Such stores of this name, kept in RocksDB. */
    static KeyValueBytesStoreSupplier supplier(String name) {
        KeyValueBytesStoreSupplier kept = Stores.persistentKeyValueStore(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return kept.name();
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new WriteBehindStore(kept.get());
            }

            @Override
            public String metricsScope() {
                return kept.metricsScope();
            }
        };
    }

    /** The one below what a processor sees of it. */
    static WriteBehindStore of(StateStore seen) {
        return Objects.requireNonNull(((WrappedStateStore<?, ?, ?>) seen).findInner(WriteBehindStore.class));
    }

    /**
     * From now on remembers what is in use.
     *
     * @param seen the store as the task sees it, which is written
     * @param beforeCommit called for each commit of the task, before it
     */
    RememberingStore remember(WritableStore seen, Runnable beforeCommit) {
        RememberingStore begun = new RememberingStore(seen, this::noteRecord);
        remembering = begun;
        this.beforeCommit = beforeCommit;
        return begun;
    }

    /** What the task remembers since it began. */
    RememberingStore remembered() {
        return Objects.requireNonNull(remembering);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // What a task remembered that was taken apart was never committed.
        clearCache();
        this.context = (InternalProcessorContext<?, ?>) context;
        super.init(context, root);
    }

    private void noteRecord() {
        unflushed = Objects.requireNonNull(context).recordContext();
    }

    /** By the record that was processed: without one, as after a punctuation, the store's position would not move. */
    @Override
    public void flushCache() {
        beforeCommit.run();
        if (remembering != null && context != null && unflushed != null) {
            ProcessorRecordContext current = context.recordContext();
            context.setRecordContext(unflushed);
            remembering.flush();
            context.setRecordContext(current);
            unflushed = null;
        }
        super.flushCache();
    }

    /** When the store of a task becomes a copy, too. */
    @Override
    public void clearCache() {
        remembering = null;
        unflushed = null;
        beforeCommit = () -> {};
        super.clearCache();
    }

    @Override
    public void put(Bytes key, byte[] value) {
        wrapped().put(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        return wrapped().putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        wrapped().putAll(entries);
    }

    @Override
    public byte[] delete(Bytes key) {
        return wrapped().delete(key);
    }

    @Override
    public byte[] get(Bytes key) {
        return wrapped().get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return wrapped().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return wrapped().reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return wrapped().all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return wrapped().reverseAll();
    }

    @Override
    public <P extends Serializer<T>, T> KeyValueIterator<Bytes, byte[]> prefixScan(T prefix, P serializer) {
        return wrapped().prefixScan(prefix, serializer);
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> readOnly(IsolationLevel isolation) {
        return wrapped().readOnly(isolation);
    }
}
