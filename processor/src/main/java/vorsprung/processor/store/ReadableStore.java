package vorsprung.processor.store;

import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.TimelineView;

/** A store of bytes ordered by unsigned comparison of its keys, for reading. */
public interface ReadableStore {

    /** The value at exactly this key. */
    Optional<byte[]> get(byte[] key);

    /** The entries from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to);

    /** The same entries in reverse order. */
    Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to);

    /**
     * Whether no question is told anything older of a subject than an earlier question was. That is true of the store of
     * the task that processes the subject here; a copy may lag behind what was read elsewhere.
     */
    default boolean neverGoesBack() {
        return false;
    }

    /** A subject's timeline of a family, for reading. */
    default <K extends Comparable<K>, V> TimelineView<K, V> view(TimelineRef<K, V> family, String subject) {
        return family.read(subject, this);
    }
}
