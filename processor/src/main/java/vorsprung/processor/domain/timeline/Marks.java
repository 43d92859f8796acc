package vorsprung.processor.domain.timeline;

import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a timeline: keys of which it is known what is there, a value or nothing. A mark may be
 * <em>joined</em> to the next: then nothing lies between the two.
 */
final class Marks<K extends Comparable<K>, V> {
    private final NavigableMap<K, Mark<V>> byKey = new TreeMap<>();
    private final Mark<V> start = new Mark<>(null, false, 0);
    private final IntConsumer grown;
    private long uses;
    private long additionsAndRemovals;

    /** What is known of one key. */
    static final class Mark<V> {
        @Nullable V value;

        boolean joined;

        /** Whether the timeline behind has an older value there. */
        boolean ahead;

        private long used;

        Mark(@Nullable V value, boolean joined, long used) {
            this.value = value;
            this.joined = joined;
            this.used = used;
        }
    }

    /**
     * None.
     *
     * @param grown is told by how many marks more or fewer are remembered
     */
    Marks(IntConsumer grown) {
        this.grown = grown;
    }

    int size() {
        return byKey.size();
    }

    /** Another number as soon as a mark came or went. */
    long additionsAndRemovals() {
        return additionsAndRemovals;
    }

    /** Stands before the first mark; joined when nothing lies before that. */
    Mark<V> start() {
        return start;
    }

    @Nullable Mark<V> get(K key) {
        return byKey.get(key);
    }

    /** The mark before a key, or the start. */
    Mark<V> below(K key) {
        return orStart(byKey.lowerEntry(key));
    }

    /** The mark itself, or the start. */
    Mark<V> orStart(@Nullable Entry<K, Mark<V>> entry) {
        return entry == null ? start : entry.getValue();
    }

    /** The mark that a gap begins with: that of the key; null: the start. */
    Mark<V> beginning(@Nullable K key) {
        Mark<V> mark = key == null ? start : byKey.get(key);
        if (mark == null) {
            throw new IllegalStateException("a gap begins with a mark");
        }
        return mark;
    }

    /** The last mark before a bound; null: of all. */
    @Nullable Entry<K, Mark<V>> before(@Nullable K bound) {
        return bound == null ? byKey.lastEntry() : byKey.lowerEntry(bound);
    }

    /** The last mark at or before a bound; null: there is none. */
    @Nullable Entry<K, Mark<V>> upTo(@Nullable K bound) {
        return bound == null ? null : byKey.floorEntry(bound);
    }

    /** The first mark after a bound; null: of all. */
    @Nullable Entry<K, Mark<V>> after(@Nullable K bound) {
        return bound == null ? byKey.firstEntry() : byKey.higherEntry(bound);
    }

    /** The key of the first mark at or after a bound. */
    @Nullable K ceilingKey(K bound) {
        return byKey.ceilingKey(bound);
    }

    /** The key of the first mark after a bound; null: of all. */
    @Nullable K keyAfter(@Nullable K bound) {
        if (bound != null) {
            return byKey.higherKey(bound);
        }
        return byKey.isEmpty() ? null : byKey.firstKey();
    }

    /** The marks after a key, in order. */
    Iterator<Entry<K, Mark<V>>> ascending(K after) {
        return byKey.tailMap(after, false).entrySet().iterator();
    }

    /** The marks before a key, the last first. */
    Iterator<Entry<K, Mark<V>>> descending(K before) {
        return byKey.headMap(before, false).descendingMap().entrySet().iterator();
    }

    /** Remembers what is at a key. */
    Mark<V> note(K key, @Nullable V value, boolean joined) {
        Mark<V> mark = new Mark<>(value, joined, ++uses);
        byKey.put(key, mark);
        additionsAndRemovals++;
        grown.accept(1);
        return mark;
    }

    void forget(K key) {
        byKey.remove(key);
        additionsAndRemovals++;
        grown.accept(-1);
    }

    /** Notes that a mark was of use. */
    void use(Mark<V> mark) {
        mark.used = ++uses;
    }

    /** What is at a mark that has a value. */
    Entry<K, V> entry(Entry<K, Mark<V>> known) {
        Mark<V> mark = known.getValue();
        use(mark);
        if (mark.value == null) {
            throw new IllegalStateException("nothing is there");
        }
        return Map.entry(known.getKey(), mark.value);
    }

    /** Forgets the longest unused if there are more than so many: half, so that it is seldom done. */
    void forgetOldest(int most) {
        if (byKey.size() <= most) {
            return;
        }
        int before = byKey.size();
        long longestUnused = lastUsed(most / 2);
        Mark<V> last = start;
        Iterator<Mark<V>> all = byKey.values().iterator();
        while (all.hasNext()) {
            Mark<V> mark = all.next();
            if (mark.used > longestUnused) {
                last = mark;
            } else {
                last.joined = last.joined && mark.joined && mark.value == null;
                all.remove();
            }
        }
        additionsAndRemovals++;
        grown.accept(byKey.size() - before);
    }

    /** When the mark was last used that so many were used after. */
    private long lastUsed(int after) {
        long[] used =
                byKey.values().stream().mapToLong(mark -> mark.used).sorted().toArray();
        return used[used.length - 1 - after];
    }
}
