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
    private final MarkReader<K, V> reader;

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
        this.reader = new MarkReader<>(kept, marks);
    }

    /** How many marks are remembered. */
    public int size() {
        return marks.size();
    }

    @Override
    public Optional<V> get(K key) {
        marks.forgetOldest(most);
        return Optional.ofNullable(reader.at(key).value);
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
                reader.below(below == null ? null : below.getKey(), at, readAhead);
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
        V here = reader.at(bound).value;
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
                reader.above(floor == null ? null : floor.getKey(), at, readAhead);
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
}
