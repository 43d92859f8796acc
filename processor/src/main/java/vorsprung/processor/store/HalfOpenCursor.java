package vorsprung.processor.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;

/** Entries of a Kafka range, which includes its upper bound, without the entry at that bound. */
public final class HalfOpenCursor implements Cursor<Entry<byte[], byte[]>> {
    private final KeyValueIterator<Bytes, byte[]> entries;
    private final byte[] to;
    private @Nullable Entry<byte[], byte[]> next;

    public HalfOpenCursor(KeyValueIterator<Bytes, byte[]> entries, byte[] to) {
        this.entries = entries;
        this.to = to;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Entry<byte[], byte[]> next() {
        Entry<byte[], byte[]> current = next;
        if (current == null) {
            throw new NoSuchElementException("the cursor is at its end");
        }
        advance();
        return current;
    }

    @Override
    public void close() {
        entries.close();
    }

    private void advance() {
        next = null;
        while (next == null && entries.hasNext()) {
            KeyValue<Bytes, byte[]> entry = entries.next();
            byte[] key = entry.key.get();
            next = Arrays.equals(key, to) ? null : Map.entry(key, entry.value);
        }
    }
}
