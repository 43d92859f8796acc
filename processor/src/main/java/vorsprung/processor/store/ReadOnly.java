package vorsprung.processor.store;

import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;

/** A store opened for a question: a book may be kept in it, and nothing may change it. */
public record ReadOnly(ReadableStore store) implements WritableStore {

    @Override
    public Optional<byte[]> get(byte[] key) {
        return store.get(key);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return store.ascending(from, to);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return store.descending(from, to);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        throw new UnsupportedOperationException("a question changes nothing");
    }

    @Override
    public void remove(byte[] key) {
        throw new UnsupportedOperationException("a question changes nothing");
    }
}
