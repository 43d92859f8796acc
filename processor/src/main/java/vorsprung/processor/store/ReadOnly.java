package vorsprung.processor.store;

import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.RememberedTimeline;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * A store opened for questions: a book may be kept in it, and nothing may change it. What was read is remembered, and some
 * entries are read ahead, since most figures need neighbours of what another read. Serves one question at a time.
 */
public final class ReadOnly implements WritableStore {
    private static final int MOST_REMEMBERED = 1_024;
    private static final int READ_AHEAD = 24;

    private ReadableStore store;
    private boolean hasRead;
    private int remembered;

    public ReadOnly(ReadableStore store) {
        this.store = store;
    }

    /** From now on reads what is not remembered from this store, which must say the same of what is remembered. */
    public void turnTo(ReadableStore other) {
        store = other;
        hasRead = false;
    }

    /** Whether the store had to be read since it was turned to. */
    public boolean hasRead() {
        return hasRead;
    }

    /** How many entries of all timelines are remembered. */
    public int remembered() {
        return remembered;
    }

    @Override
    public <K extends Comparable<K>, V> Timeline<K, V> timeline(TimelineRef<K, V> family, String subject) {
        return new RememberedTimeline<>(
                WritableStore.super.timeline(family, subject),
                MOST_REMEMBERED,
                READ_AHEAD,
                grown -> remembered += grown);
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        hasRead = true;
        return store.get(key);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        hasRead = true;
        return store.ascending(from, to);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        hasRead = true;
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
