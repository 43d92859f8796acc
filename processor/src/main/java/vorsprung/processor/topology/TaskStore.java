package vorsprung.processor.topology;

import java.util.Map.Entry;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.HalfOpenCursor;
import vorsprung.processor.store.WritableStore;

/** The store of the task that processes a record. */
final class TaskStore implements WritableStore {
    private final KeyValueStore<Bytes, byte[]> store;

    TaskStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(store.get(Bytes.wrap(key)));
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return cursor(store.range(Bytes.wrap(from), Bytes.wrap(to)), to);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return cursor(store.reverseRange(Bytes.wrap(from), Bytes.wrap(to)), to);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(Bytes.wrap(key), value);
    }

    @Override
    public void remove(byte[] key) {
        store.delete(Bytes.wrap(key));
    }

    private static Cursor<Entry<byte[], byte[]>> cursor(KeyValueIterator<Bytes, byte[]> entries, byte[] to) {
        return new HalfOpenCursor(entries, to);
    }
}
