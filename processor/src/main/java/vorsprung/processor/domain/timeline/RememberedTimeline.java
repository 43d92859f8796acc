package vorsprung.processor.domain.timeline;

import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Marks.Mark;

/**
 * A timeline on the heap in front of a slower one, which it writes through to: it remembers what was lately read and
 * written, and asks the slower one only for the rest. Nobody else may write to that.
 *
 * <p>What it remembers are {@link Marks}. So the newest entry of a subject is found without a question, and so is that
 * there is none. At most a number of marks is kept; the longest unused are forgotten first.
 */
public final class RememberedTimeline<K extends Comparable<K>, V> implements Timeline<K, V> {
    private final Timeline<K, V> kept;
    private final int most;
    private final int readAhead;
    private final Marks<K, V> marks;

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
        this.marks = new Marks<>(grown);
    }

    /** How many marks are remembered. */
    public int size() {
        return marks.size();
    }

    @Override
    public Optional<V> get(K key) {
        marks.forgetOldest(most);
        return Optional.ofNullable(at(key).value);
    }

    @Override
    public void put(K key, V value) {
        kept.put(key, value);
        Mark<V> mark = marks.get(key);
        if (mark != null) {
            mark.value = value;
        } else if (marks.below(key).joined) {
            marks.note(key, value, true);
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
        if (mark.joined && marks.below(key).joined) {
            marks.forget(key);
        }
    }

    @Override
    public Optional<Entry<K, V>> lower(K bound) {
        marks.forgetOldest(most);
        return Optional.ofNullable(down(bound));
    }

    @Override
    public Optional<Entry<K, V>> ceiling(K bound) {
        marks.forgetOldest(most);
        return Optional.ofNullable(upFrom(bound));
    }

    @Override
    public Optional<Entry<K, V>> first() {
        marks.forgetOldest(most);
        return Optional.ofNullable(up(null));
    }

    @Override
    public Optional<Entry<K, V>> last() {
        marks.forgetOldest(most);
        return Optional.ofNullable(down(null));
    }

    @Override
    public Cursor<Entry<K, V>> ascending(@Nullable K from, @Nullable K to) {
        marks.forgetOldest(most);
        return new MarkWalk<>(marks, readAhead, from == null ? up(null) : upFrom(from)) {
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
                return marks.ascending(key);
            }

            @Override
            boolean isGap(Mark<V> before, Mark<V> after) {
                return !before.joined;
            }
        };
    }

    @Override
    public Cursor<Entry<K, V>> descending(@Nullable K from, @Nullable K to) {
        marks.forgetOldest(most);
        return new MarkWalk<>(marks, readAhead, down(to)) {
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
                return marks.descending(key);
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
            Entry<K, Mark<V>> below = marks.before(at);
            Mark<V> mark = marks.orStart(below);
            if (!mark.joined) {
                learnBelow(below == null ? null : below.getKey(), at, readAhead);
            } else if (below == null) {
                return null;
            } else if (mark.value != null) {
                return marks.entry(below);
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
            Entry<K, Mark<V>> floor = marks.upTo(at);
            if (!marks.orStart(floor).joined) {
                learnAbove(floor == null ? null : floor.getKey(), at, readAhead);
                continue;
            }
            Entry<K, Mark<V>> above = marks.after(at);
            if (above == null) {
                return null;
            }
            if (above.getValue().value != null) {
                return marks.entry(above);
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
                marks.note(entry.getKey(), entry.getValue(), true);
                reached = at == null || entry.getKey().compareTo(at) < 0;
            }
            if (gap.hasNext()) {
                return reached;
            }
        }
        marks.beginning(before).joined = true;
        return true;
    }

    /** Joins what lies right above a key, in a gap that begins with the mark at or before it. */
    private void learnAbove(@Nullable K before, @Nullable K at, int readAhead) {
        K end = marks.keyAfter(at);
        if (!joinUp(before, end, at, readAhead) && at != null) {
            at(at);
            joinUp(at, end, at, readAhead);
        }
    }

    /** Reads upwards from a mark; whether it came above the key, or to the end of the gap. */
    private boolean joinUp(@Nullable K before, @Nullable K end, @Nullable K at, int readAhead) {
        boolean reached = false;
        Mark<V> last = marks.beginning(before);
        try (Cursor<Entry<K, V>> gap = kept.ascending(before, end)) {
            for (int i = 0; i <= readAhead && gap.hasNext(); i++) {
                Entry<K, V> entry = gap.next();
                if (!entry.getKey().equals(before)) {
                    last.joined = true;
                    last = marks.note(entry.getKey(), entry.getValue(), false);
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
            boolean known = marks.below(key).joined;
            mark = known
                    ? new Mark<>(null, true, 0)
                    : marks.note(key, kept.get(key).orElse(null), false);
        }
        marks.use(mark);
        return mark;
    }
}
