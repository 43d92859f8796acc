package vorsprung.processor.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vorsprung.processor.domain.timeline.Cursor;

/** A store on the heap. */
public final class HeapStore implements WritableStore {
    private final NavigableMap<byte[], byte[]> entries;

    public HeapStore() {
        this(new TreeMap<>(Arrays::compareUnsigned));
    }

    /** The store whose content these entries are, ordered by unsigned comparison. */
    public HeapStore(NavigableMap<byte[], byte[]> entries) {
        this.entries = entries;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return cursor(entries.subMap(from, true, to, false));
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return cursor(entries.subMap(from, true, to, false).descendingMap());
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void remove(byte[] key) {
        entries.remove(key);
    }

    private static Cursor<Entry<byte[], byte[]>> cursor(NavigableMap<byte[], byte[]> range) {
        Iterator<Entry<byte[], byte[]>> each = range.entrySet().iterator();
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Entry<byte[], byte[]> next() {
                return each.next();
            }

            @Override
            public void close() {}
        };
    }
}
