package vorsprung.processor.query;

import java.util.Map.Entry;
import java.util.NoSuchElementException;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.ReadableStore;

/** A store in which there is nothing. */
final class NoStore implements ReadableStore {
    private static final class NoEntries implements Cursor<Entry<byte[], byte[]>> {
        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public Entry<byte[], byte[]> next() {
            throw new NoSuchElementException("there are no entries");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Optional.empty();
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return new NoEntries();
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return new NoEntries();
    }
}
