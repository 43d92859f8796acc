package vorsprung.processor.store;

import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.RememberedTimeline;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * A store opened for one question: a book may be kept in it, and nothing may change it. What was read is remembered until
 * the question is answered, and some entries are read ahead, since most figures need neighbours of what another read.
 */
public record ReadOnly(ReadableStore store) implements WritableStore {
    private static final int MOST_REMEMBERED = 1_024;
    private static final int READ_AHEAD = 24;

    @Override
    public <K extends Comparable<K>, V> Timeline<K, V> timeline(TimelineRef<K, V> family, String subject) {
        return new RememberedTimeline<>(
                WritableStore.super.timeline(family, subject), MOST_REMEMBERED, READ_AHEAD, grown -> {});
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return store.get(key);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return store.ascending(from, to);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return store.descending(from, to);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        throw new UnsupportedOperationException("a question changes nothing");
    }

    @Override
    public void remove(byte[] key) {
        throw new UnsupportedOperationException("a question changes nothing");
    }
}
