package vorsprung.processor.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.RememberedTimeline;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * The store of one task with the timelines that were lately in use on the heap. Whoever reads or writes the store does so
 * through a timeline of this; it starts with nothing, so a task that is started anew makes a new one. The store has every
 * key at once, but a value that took the place of another only after {@link #flush}, which therefore comes before each
 * commit.
 */
public final class RememberingStore implements WritableStore {
    /** Of one timeline: as many as are read to judge what a late report changes. */
    private static final int MOST_OF_ONE = 2_048;

    private static final int READ_AHEAD = 4;

    /** Of all timelines, about 300 bytes each. */
    private static final int MOST_OF_ALL = 50_000;

    private final WritableStore store;
    private final Map<Name, RememberedTimeline<?, ?>> timelines = new LinkedHashMap<>(16, 0.75f, true);
    private final List<RememberedTimeline<?, ?>> unflushed = new ArrayList<>();
    private final Runnable ahead;
    private int remembered;

    private record Name(int family, String subject) {}

    /**
     * In front of a store.
     *
     * @param ahead called when there is something to flush; once or more for each record
     */
    public RememberingStore(WritableStore store, Runnable ahead) {
        this.store = store;
        this.ahead = ahead;
    }

    @Override
    @SuppressWarnings("unchecked") // a family's keys and values have one type
    public <K extends Comparable<K>, V> Timeline<K, V> timeline(TimelineRef<K, V> family, String subject) {
        return (Timeline<K, V>) timelines.computeIfAbsent(
                new Name(family.number(), subject),
                name -> new RememberedTimeline<>(
                        store.timeline(family, subject),
                        MOST_OF_ONE,
                        READ_AHEAD,
                        grown -> remembered += grown,
                        this::noteAhead));
    }

    /**
     * Forgets the timelines that were not in use for longest, when too much is remembered. Nobody may hold a timeline of
     * this meanwhile: two of one subject would not know of each other.
     */
    public void forgetOldest() {
        Iterator<RememberedTimeline<?, ?>> oldest = timelines.values().iterator();
        while (remembered + timelines.size() > MOST_OF_ALL) {
            RememberedTimeline<?, ?> forgotten = oldest.next();
            forgotten.flush();
            remembered -= forgotten.size();
            oldest.remove();
        }
    }

    private void noteAhead(RememberedTimeline<?, ?> timeline) {
        unflushed.add(timeline);
        ahead.run();
    }

    /** Writes what is not yet in the store. */
    public void flush() {
        unflushed.forEach(RememberedTimeline::flush);
        unflushed.clear();
    }

    /** The subjects of a family that keeps one entry of each, in order. */
    public List<String> subjects(TimelineRef<?, ?> family) {
        return family.subjects(store);
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        throw behind();
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        throw behind();
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        throw behind();
    }

    @Override
    public void put(byte[] key, byte[] value) {
        throw behind();
    }

    @Override
    public void remove(byte[] key) {
        throw behind();
    }

    private static UnsupportedOperationException behind() {
        return new UnsupportedOperationException("the store may be behind: ask a timeline, which is remembered");
    }
}
