package vorsprung.processor.domain.timeline;

import java.util.Iterator;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Marks.Mark;

/**
 * Goes from mark to mark while nothing is missing between them and none came or went; seeks the next key when it is
 * otherwise, so that entries may be put and removed meanwhile.
 */
abstract class MarkWalk<K extends Comparable<K>, V> implements Cursor<Entry<K, V>> {
    /** What a longer walk finds that is not yet remembered is not worth remembering. */
    private static final int LONGEST_WALK = 64;

    private final Marks<K, V> marks;
    private final int readAhead;
    private @Nullable Entry<K, V> next;
    private @Nullable Iterator<Entry<K, Mark<V>>> ahead;
    private @Nullable Cursor<Entry<K, V>> rest;
    private Mark<V> at;
    private long asOf;
    private int steps;

    /**
     * A walk that begins with this entry.
     *
     * @param readAhead entries that are read where one is missing, at least
     */
    MarkWalk(Marks<K, V> marks, int readAhead, @Nullable Entry<K, V> first) {
        this.marks = marks;
        this.readAhead = readAhead;
        this.next = first;
        this.at = marks.start();
    }

    abstract boolean isWithin(K key);

    /** The entry after this key, read with so many behind it where it is not known. */
    abstract @Nullable Entry<K, V> after(K key, int readAhead);

    /** The kept entries from this key on, it may be the first of them. */
    abstract Cursor<Entry<K, V>> rest(K key);

    abstract Iterator<Entry<K, Mark<V>>> marksAfter(K key);

    /** Whether entries may be missing between a mark and the next of this walk, or the start where there is none. */
    abstract boolean isGap(Mark<V> before, Mark<V> after);

    @Override
    public boolean hasNext() {
        return next != null && isWithin(next.getKey());
    }

    @Override
    public Entry<K, V> next() {
        Entry<K, V> current = next;
        if (current == null || !isWithin(current.getKey())) {
            throw new NoSuchElementException("the cursor is at its end");
        }
        steps++;
        next = rest == null ? following(current.getKey()) : ofRest(rest, current.getKey());
        return current;
    }

    private @Nullable Entry<K, V> following(K current) {
        if (ahead == null || asOf != marks.additionsAndRemovals()) {
            Mark<V> here = marks.get(current);
            if (here == null) {
                return after(current, Math.max(readAhead, steps));
            }
            at = here;
            ahead = marksAfter(current);
            asOf = marks.additionsAndRemovals();
        }
        while (ahead.hasNext()) {
            Entry<K, Mark<V>> mark = ahead.next();
            if (isGap(at, mark.getValue())) {
                return learn(current);
            }
            at = mark.getValue();
            if (at.value != null) {
                return marks.entry(mark);
            }
        }
        return isGap(at, marks.start()) ? learn(current) : null;
    }

    private @Nullable Entry<K, V> learn(K current) {
        ahead = null;
        if (steps < LONGEST_WALK) {
            return after(current, Math.max(readAhead, steps));
        }
        rest = rest(current);
        return ofRest(rest, current);
    }

    private @Nullable Entry<K, V> ofRest(Cursor<Entry<K, V>> kept, K current) {
        Entry<K, V> following = kept.hasNext() ? kept.next() : null;
        boolean again = following != null && following.getKey().equals(current);
        return again ? kept.hasNext() ? kept.next() : null : following;
    }

    @Override
    public void close() {
        if (rest != null) {
            rest.close();
        }
    }
}
