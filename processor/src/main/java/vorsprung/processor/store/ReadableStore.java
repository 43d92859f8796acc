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
     * Whether it never says anything older than what it said of the same subject before, in whichever question: so does
     * who processes the subject, on this instance. A copy may lag behind the store that was read before.
     */
    default boolean neverGoesBack() {
        return false;
    }

    /** A subject's timeline of a family, for reading. */
    default <K extends Comparable<K>, V> TimelineView<K, V> view(TimelineRef<K, V> family, String subject) {
        return family.read(subject, this);
    }
}
