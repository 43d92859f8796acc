package vorsprung.processor.domain.lead;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.timeline.Timeline;

/** Counts what would cost something on a store: every call, and every entry read. */
final class CountingTimeline<K extends Comparable<K>, V> implements Timeline<K, V> {
    private final Timeline<K, V> entries = new MemoryTimeline<>();
    private long calls;

    long calls() {
        return calls;
    }

    @Override
    public Optional<V> get(K key) {
        calls++;
        return entries.get(key);
    }

    @Override
    public Cursor<Map.Entry<K, V>> ascending(@Nullable K from, @Nullable K to) {
        calls++;
        return new CountingCursor(entries.ascending(from, to));
    }

    @Override
    public Cursor<Map.Entry<K, V>> descending(@Nullable K from, @Nullable K to) {
        calls++;
        return new CountingCursor(entries.descending(from, to));
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

    private final class CountingCursor implements Cursor<Map.Entry<K, V>> {
        private final Cursor<Map.Entry<K, V>> cursor;

        CountingCursor(Cursor<Map.Entry<K, V>> cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public Map.Entry<K, V> next() {
            calls++;
            return cursor.next();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
