package vorsprung.processor.domain.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A timeline on the heap, for answers that are recomputed from a report log. */
public final class MemoryTimeline<K extends Comparable<K>, V> implements Timeline<K, V> {
    private final NavigableMap<K, V> entries = new TreeMap<>();

    @Override
    public Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Cursor<Entry<K, V>> ascending(@Nullable K from, @Nullable K to) {
        return new Walk<>(between(from, to));
    }

    @Override
    public Cursor<Entry<K, V>> descending(@Nullable K from, @Nullable K to) {
        return new Walk<>(between(from, to).descendingMap());
    }

    @Override
    public void put(K key, V value) {
        entries.put(key, value);
    }

    @Override
    public void remove(K key) {
        entries.remove(key);
    }

    /** All entries in order. */
    public List<Entry<K, V>> entries() {
        return new ArrayList<>(entries.entrySet());
    }

    private NavigableMap<K, V> between(@Nullable K from, @Nullable K to) {
        if (from != null && to != null) {
            return from.compareTo(to) < 0 ? entries.subMap(from, true, to, false) : new TreeMap<>();
        }
        if (from != null) {
            return entries.tailMap(from, true);
        }
        return to == null ? entries : entries.headMap(to, false);
    }

    /** Seeks key by key, so that entries may be put and removed while a cursor is open. */
    private static final class Walk<K extends Comparable<K>, V> implements Cursor<Entry<K, V>> {
        private final NavigableMap<K, V> range;
        private @Nullable Entry<K, V> next;

        Walk(NavigableMap<K, V> range) {
            this.range = range;
            this.next = range.firstEntry();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Entry<K, V> next() {
            Entry<K, V> current = next;
            if (current == null) {
                throw new NoSuchElementException("the cursor is at its end");
            }
            next = range.higherEntry(current.getKey());
            return current;
        }

        @Override
        public void close() {}
    }
}
