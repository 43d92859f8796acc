package vorsprung.processor.domain.timeline;

import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A timeline on the heap in front of a slower one, which it writes through to: it remembers what was lately read and
 * written, and asks the slower one only for the rest. Nobody else may write to that.
 *
 * <p>What it remembers are <em>marks</em>: keys of which it is known what is there, a value or nothing. A mark may be
 * <em>joined</em> to the next: then nothing lies between the two. So the newest entry of a subject is found without a
 * question, and so is that there is none. At most a number of marks is kept; the longest unused are forgotten first.
 */
public final class RememberedTimeline<K extends Comparable<K>, V> implements Timeline<K, V> {
    /** What a longer walk finds that is not yet remembered is not worth remembering. */
    private static final int LONGEST_WALK = 64;

    private final Timeline<K, V> kept;
    private final int most;
    private final int readAhead;
    private final IntConsumer grown;
    private final NavigableMap<K, Mark<V>> marks = new TreeMap<>();
    private final Mark<V> start = new Mark<>(null, false, 0);
    private long uses;
    private long additionsAndRemovals;

    private static final class Mark<V> {
        private @Nullable V value;
        private boolean joined;
        private long used;

        Mark(@Nullable V value, boolean joined, long used) {
            this.value = value;
            this.joined = joined;
            this.used = used;
        }
    }

    /**
     * In front of a timeline.
     *
     * @param most marks to remember
     * @param readAhead entries that are read where one is missing, at least, since the next question is mostly about its
     *     neighbour
     * @param grown is told by how many marks more or fewer are remembered
     */
    public RememberedTimeline(Timeline<K, V> kept, int most, int readAhead, IntConsumer grown) {
        this.kept = kept;
        this.most = most;
        this.readAhead = readAhead;
        this.grown = grown;
    }

    /** How many marks are remembered. */
    public int size() {
        return marks.size();
    }

    @Override
    public Optional<V> get(K key) {
        forgetOldest();
        return Optional.ofNullable(at(key).value);
    }

    @Override
    public void put(K key, V value) {
        kept.put(key, value);
        Mark<V> mark = marks.get(key);
        if (mark != null) {
            mark.value = value;
        } else if (below(key).joined) {
            note(key, value, true);
        }
    }

    @Override
    public void remove(K key) {
        kept.remove(key);
        Mark<V> mark = marks.get(key);
        if (mark == null) {
            return;
        }
        mark.value = null;
        if (mark.joined && below(key).joined) {
            marks.remove(key);
            additionsAndRemovals++;
            grown.accept(-1);
        }
    }

    @Override
    public Optional<Entry<K, V>> lower(K bound) {
        forgetOldest();
        return Optional.ofNullable(down(bound));
    }

    @Override
    public Optional<Entry<K, V>> ceiling(K bound) {
        forgetOldest();
        return Optional.ofNullable(upFrom(bound));
    }

    @Override
    public Optional<Entry<K, V>> first() {
        forgetOldest();
        return Optional.ofNullable(up(null));
    }

    @Override
    public Optional<Entry<K, V>> last() {
        forgetOldest();
        return Optional.ofNullable(down(null));
    }

    @Override
    public Cursor<Entry<K, V>> ascending(@Nullable K from, @Nullable K to) {
        forgetOldest();
        return new Walk(from == null ? up(null) : upFrom(from)) {
            @Override
            boolean isWithin(K key) {
                return to == null || key.compareTo(to) < 0;
            }

            @Override
            @Nullable Entry<K, V> after(K key, int readAhead) {
                return up(key, readAhead);
            }

            @Override
            Cursor<Entry<K, V>> rest(K key) {
                return kept.ascending(key, to);
            }

            @Override
            Iterator<Entry<K, Mark<V>>> marksAfter(K key) {
                return marks.tailMap(key, false).entrySet().iterator();
            }

            @Override
            boolean isGap(Mark<V> before, Mark<V> after) {
                return !before.joined;
            }
        };
    }

    @Override
    public Cursor<Entry<K, V>> descending(@Nullable K from, @Nullable K to) {
        forgetOldest();
        return new Walk(down(to)) {
            @Override
            boolean isWithin(K key) {
                return from == null || key.compareTo(from) >= 0;
            }

            @Override
            @Nullable Entry<K, V> after(K key, int readAhead) {
                return down(key, readAhead);
            }

            @Override
            Cursor<Entry<K, V>> rest(K key) {
                return kept.descending(from, key);
            }

            @Override
            Iterator<Entry<K, Mark<V>>> marksAfter(K key) {
                return marks.headMap(key, false).descendingMap().entrySet().iterator();
            }

            @Override
            boolean isGap(Mark<V> before, Mark<V> after) {
                return !after.joined;
            }
        };
    }

    /** The last entry before the bound; null: of all. */
    private @Nullable Entry<K, V> down(@Nullable K bound) {
        return down(bound, readAhead);
    }

    private @Nullable Entry<K, V> down(@Nullable K bound, int readAhead) {
        K at = bound;
        while (true) {
            Entry<K, Mark<V>> below = at == null ? marks.lastEntry() : marks.lowerEntry(at);
            Mark<V> mark = below == null ? start : below.getValue();
            if (!mark.joined) {
                learnBelow(below == null ? null : below.getKey(), at, readAhead);
            } else if (below == null) {
                return null;
            } else if (mark.value != null) {
                return entry(below);
            } else {
                at = below.getKey();
            }
        }
    }

    private @Nullable Entry<K, V> upFrom(K bound) {
        V here = at(bound).value;
        return here == null ? up(bound) : Map.entry(bound, here);
    }

    /** The first entry after the bound; null: of all. */
    private @Nullable Entry<K, V> up(@Nullable K bound) {
        return up(bound, readAhead);
    }

    private @Nullable Entry<K, V> up(@Nullable K bound, int readAhead) {
        K at = bound;
        while (true) {
            Entry<K, Mark<V>> floor = at == null ? null : marks.floorEntry(at);
            Mark<V> mark = floor == null ? start : floor.getValue();
            if (!mark.joined) {
                learnAbove(floor == null ? null : floor.getKey(), at, readAhead);
                continue;
            }
            Entry<K, Mark<V>> above = at == null ? marks.firstEntry() : marks.higherEntry(at);
            if (above == null) {
                return null;
            }
            if (above.getValue().value != null) {
                return entry(above);
            }
            at = above.getKey();
        }
    }

    /** Joins what lies right below a key, in a gap that begins with the mark before it. */
    private void learnBelow(@Nullable K before, @Nullable K at, int readAhead) {
        K end = at == null ? null : marks.ceilingKey(at);
        if (!joinDown(before, end, at, readAhead) && at != null) {
            at(at);
            joinDown(before, at, at, readAhead);
        }
    }

    /** Reads downwards from a mark; whether it came below the key, or to the mark before the gap. */
    private boolean joinDown(@Nullable K before, @Nullable K end, @Nullable K at, int readAhead) {
        boolean reached = false;
        try (Cursor<Entry<K, V>> gap = kept.descending(before, end)) {
            for (int i = 0; i < readAhead && gap.hasNext(); i++) {
                Entry<K, V> entry = gap.next();
                if (entry.getKey().equals(before)) {
                    break;
                }
                note(entry.getKey(), entry.getValue(), true);
                reached = at == null || entry.getKey().compareTo(at) < 0;
            }
            if (gap.hasNext()) {
                return reached;
            }
        }
        markAt(before).joined = true;
        return true;
    }

    /** Joins what lies right above a key, in a gap that begins with the mark at or before it. */
    private void learnAbove(@Nullable K before, @Nullable K at, int readAhead) {
        K end = at == null ? marks.isEmpty() ? null : marks.firstKey() : marks.higherKey(at);
        if (!joinUp(before, end, at, readAhead) && at != null) {
            at(at);
            joinUp(at, end, at, readAhead);
        }
    }

    /** Reads upwards from a mark; whether it came above the key, or to the end of the gap. */
    private boolean joinUp(@Nullable K before, @Nullable K end, @Nullable K at, int readAhead) {
        boolean reached = false;
        Mark<V> last = markAt(before);
        try (Cursor<Entry<K, V>> gap = kept.ascending(before, end)) {
            for (int i = 0; i <= readAhead && gap.hasNext(); i++) {
                Entry<K, V> entry = gap.next();
                if (!entry.getKey().equals(before)) {
                    last.joined = true;
                    last = note(entry.getKey(), entry.getValue(), false);
                    reached = at == null || entry.getKey().compareTo(at) > 0;
                }
            }
            if (gap.hasNext()) {
                return reached;
            }
        }
        last.joined = true;
        return true;
    }

    /** What is known at exactly this key; asks for it if nothing is. */
    private Mark<V> at(K key) {
        Mark<V> mark = marks.get(key);
        if (mark == null) {
            boolean known = below(key).joined;
            mark = known ? new Mark<>(null, true, 0) : note(key, kept.get(key).orElse(null), false);
        }
        mark.used = ++uses;
        return mark;
    }

    private Mark<V> below(K key) {
        Entry<K, Mark<V>> below = marks.lowerEntry(key);
        return below == null ? start : below.getValue();
    }

    private Mark<V> markAt(@Nullable K key) {
        Mark<V> mark = key == null ? start : marks.get(key);
        if (mark == null) {
            throw new IllegalStateException("a gap begins with a mark");
        }
        return mark;
    }

    private Mark<V> note(K key, @Nullable V value, boolean joined) {
        Mark<V> mark = new Mark<>(value, joined, ++uses);
        marks.put(key, mark);
        additionsAndRemovals++;
        grown.accept(1);
        return mark;
    }

    private Entry<K, V> entry(Entry<K, Mark<V>> known) {
        Mark<V> mark = known.getValue();
        mark.used = ++uses;
        if (mark.value == null) {
            throw new IllegalStateException("nothing is there");
        }
        return Map.entry(known.getKey(), mark.value);
    }

    /** Forgets half, so that it is seldom done. */
    private void forgetOldest() {
        if (marks.size() <= most) {
            return;
        }
        int before = marks.size();
        long longestUnused = lastUsed(most / 2);
        Mark<V> last = start;
        Iterator<Mark<V>> all = marks.values().iterator();
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
        grown.accept(marks.size() - before);
    }

    /** When the mark was last used that so many were used after. */
    private long lastUsed(int after) {
        long[] used =
                marks.values().stream().mapToLong(mark -> mark.used).sorted().toArray();
        return used[used.length - 1 - after];
    }

    /**
     * Goes from mark to mark while nothing is missing between them and none came or went; seeks the next key when it is
     * otherwise, so that entries may be put and removed meanwhile.
     */
    private abstract class Walk implements Cursor<Entry<K, V>> {
        private @Nullable Entry<K, V> next;
        private @Nullable Iterator<Entry<K, Mark<V>>> ahead;
        private @Nullable Cursor<Entry<K, V>> rest;
        private Mark<V> at = start;
        private long asOf;
        private int steps;

        Walk(@Nullable Entry<K, V> first) {
            this.next = first;
        }

        abstract boolean isWithin(K key);

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
            if (ahead == null || asOf != additionsAndRemovals) {
                Mark<V> here = marks.get(current);
                if (here == null) {
                    return after(current, Math.max(readAhead, steps));
                }
                at = here;
                ahead = marksAfter(current);
                asOf = additionsAndRemovals;
            }
            while (ahead.hasNext()) {
                Entry<K, Mark<V>> mark = ahead.next();
                if (isGap(at, mark.getValue())) {
                    return learn(current);
                }
                at = mark.getValue();
                if (at.value != null) {
                    return entry(mark);
                }
            }
            return isGap(at, start) ? learn(current) : null;
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
}
