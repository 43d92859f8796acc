package vorsprung.processor.store;

import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;

/** A store of bytes ordered by unsigned comparison of its keys, for reading. */
public interface ReadableStore {

    /** The value at exactly this key. */
    Optional<byte[]> get(byte[] key);

    /** The entries from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to);

    /** The same entries in reverse order. */
    Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to);
}
