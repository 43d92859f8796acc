package vorsprung.processor.domain.timeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Marks.Mark;

/**
 * A timeline on the heap in front of a slower one: it remembers what was lately read and written, and asks the slower one
 * only for the rest. Nobody else may write to that.
 *
 * <p>What is put where nothing was, and what is removed, the slower one is told at once: it has every key. A value that
 * takes the place of a remembered one is written by {@link #flush}, and only the last one if there were several.
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
    private final Consumer<RememberedTimeline<K, V>> ahead;
    private final List<Entry<K, Mark<V>>> unflushed = new ArrayList<>();

    /**
     * In front of a timeline.
     *
     * @param most marks to remember
     * @param readAhead entries that are read where one is missing, at least, since the next question is mostly about its
     *     neighbour
     * @param grown is told by how many marks more or fewer are remembered
     */
    public RememberedTimeline(Timeline<K, V> kept, int most, int readAhead, IntConsumer grown) {
        this(kept, most, readAhead, grown, timeline -> {});
    }

    /**
     * In front of a timeline, for who flushes it.
     *
     * @param ahead is shown this as soon as there is something to flush
     */
    public RememberedTimeline(
            Timeline<K, V> kept, int most, int readAhead, IntConsumer grown, Consumer<RememberedTimeline<K, V>> ahead) {
        this.kept = kept;
        this.most = most;
        this.readAhead = readAhead;
        this.ahead = ahead;
        this.marks = new Marks<>(grown);
        this.reader = new MarkReader<>(kept, marks);
    }

    /** How many marks are remembered. */
    public int size() {
        return marks.size();
    }

    @Override
    public Optional<V> get(K key) {
        forgetOldest();
        return Optional.ofNullable(reader.at(key).value);
    }

    @Override
    public void put(K key, V value) {
        Mark<V> mark = marks.get(key);
        if (mark != null && mark.value != null) {
            mark.value = value;
            flushLater(key, mark);
            return;
        }
        kept.put(key, value);
        if (mark != null) {
            mark.value = value;
        } else if (marks.below(key).joined) {
            marks.note(key, value, true);
        }
    }

    private void flushLater(K key, Mark<V> mark) {
        if (mark.ahead) {
            return;
        }
        if (unflushed.isEmpty()) {
            ahead.accept(this);
        }
        mark.ahead = true;
        unflushed.add(Map.entry(key, mark));
    }

    /** Writes the values that took the place of others since the last time. */
    public void flush() {
        for (Entry<K, Mark<V>> entry : unflushed) {
            Mark<V> mark = entry.getValue();
            if (mark.ahead && mark.value != null) {
                kept.put(entry.getKey(), mark.value);
                mark.ahead = false;
            }
        }
        unflushed.clear();
    }

    private void forgetOldest() {
        if (marks.size() > most) {
            flush();
            marks.forgetOldest(most);
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
        mark.ahead = false;
        if (mark.joined && marks.below(key).joined) {
            marks.forget(key);
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
                flush();
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
        forgetOldest();
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
                flush();
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
