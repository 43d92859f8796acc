package vorsprung.processor.domain.timeline;

import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map of one subject, for reading. Keys have an order of their own ({@link Comparable}); every call costs at
 * most logarithmic work in the size of the map.
 */
public interface TimelineView<K extends Comparable<K>, V> {

    /** The value at exactly this key. */
    Optional<V> get(K key);

    /** The entries from {@code from} (inclusive; null: the first) to {@code to} (exclusive; null: the last), in order. */
    Cursor<Entry<K, V>> ascending(@Nullable K from, @Nullable K to);

    /** The same entries in reverse order. */
    Cursor<Entry<K, V>> descending(@Nullable K from, @Nullable K to);

    /** The last entry before the bound. */
    default Optional<Entry<K, V>> lower(K bound) {
        try (Cursor<Entry<K, V>> before = descending(null, bound)) {
            return before.hasNext() ? Optional.of(before.next()) : Optional.empty();
        }
    }

    /** The first entry at or after the bound. */
    default Optional<Entry<K, V>> ceiling(K bound) {
        try (Cursor<Entry<K, V>> after = ascending(bound, null)) {
            return after.hasNext() ? Optional.of(after.next()) : Optional.empty();
        }
    }

    /** The last entry of all. */
    default Optional<Entry<K, V>> last() {
        try (Cursor<Entry<K, V>> all = descending(null, null)) {
            return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
        }
    }

    /** The first entry of all. */
    default Optional<Entry<K, V>> first() {
        try (Cursor<Entry<K, V>> all = ascending(null, null)) {
            return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
        }
    }
}
