package vorsprung.processor.domain.timeline;

import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Marks.Mark;

/** Reads what the marks do not hold yet from the timeline behind them. */
final class MarkReader<K extends Comparable<K>, V> {
    private final Timeline<K, V> kept;
    private final Marks<K, V> marks;

    MarkReader(Timeline<K, V> kept, Marks<K, V> marks) {
        this.kept = kept;
        this.marks = marks;
    }

    /** Joins what lies right below a key, in a gap that begins with the mark before it. */
    void below(@Nullable K before, @Nullable K at, int readAhead) {
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
    void above(@Nullable K before, @Nullable K at, int readAhead) {
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
    Mark<V> at(K key) {
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
