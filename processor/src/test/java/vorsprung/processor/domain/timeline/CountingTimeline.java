package vorsprung.processor.domain.timeline;

import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what a timeline is asked for: in a store, each call is a seek and each entry a read. */
final class CountingTimeline<K extends Comparable<K>, V> implements Timeline<K, V> {
    private final MemoryTimeline<K, V> entries = new MemoryTimeline<>();
    private int calls;
    private int reads;

    @Override
    public Optional<V> get(K key) {
        calls++;
        return entries.get(key);
    }

    @Override
    public Cursor<Entry<K, V>> ascending(@Nullable K from, @Nullable K to) {
        calls++;
        return counted(entries.ascending(from, to));
    }

    @Override
    public Cursor<Entry<K, V>> descending(@Nullable K from, @Nullable K to) {
        calls++;
        return counted(entries.descending(from, to));
    }

    @Override
    public void put(K key, V value) {
        calls++;
        entries.put(key, value);
    }

    @Override
    public void remove(K key) {
        calls++;
        entries.remove(key);
    }

    int calls() {
        return calls;
    }

    int reads() {
        return reads;
    }

    void startCounting() {
        calls = 0;
        reads = 0;
    }

    private Cursor<Entry<K, V>> counted(Cursor<Entry<K, V>> cursor) {
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Entry<K, V> next() {
                reads++;
                return cursor.next();
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }
}
