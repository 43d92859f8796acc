package vorsprung.processor.topology;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is not what it was.
 *
 * @param figure JSON name of the figure
 * @param before its former value as JSON, absent when there was none
 * @param after its value as JSON, absent when there is none
 */
record FigureChange(
        String figure, @Nullable String before, @Nullable String after) {
    /** Stands for figures of the past: the present ones are what they were. */
    private static final String HISTORY = "history";

    /** That a figure may be another one from a valid time on, told where the figure itself is not known. */
    static FigureChange since(String figure, Instant from) {
        return new FigureChange(figure, null, json(from));
    }

    /** That a figure is not what it was; absent: there was or is none. */
    static FigureChange of(String figure, @Nullable Object before, @Nullable Object after) {
        return new FigureChange(figure, json(before), json(after));
    }

    /** Whether the figure differs at all. */
    boolean isOne() {
        return !Objects.equals(before, after);
    }

    /**
     * The figures that differ; when none does, that the past was rewritten from an instant on.
     *
     * @param from valid time of the earliest change
     */
    static List<FigureChange> between(Map<String, ?> before, Map<String, ?> after, Instant from) {
        List<FigureChange> changes = new ArrayList<>();
        after.forEach((figure, value) -> {
            @Nullable Object was = before.get(figure);
            if (!value.equals(was)) {
                add(changes, of(figure, was, value));
            }
        });
        before.forEach((figure, value) -> {
            if (!after.containsKey(figure)) {
                changes.add(new FigureChange(figure, json(value), null));
            }
        });
        return changes.isEmpty() ? List.of(since(HISTORY, from)) : changes;
    }

    /** Values that are not equal may still be told alike. */
    private static void add(List<FigureChange> changes, FigureChange change) {
        if (change.isOne()) {
            changes.add(change);
        }
    }

    private static @Nullable String json(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal exact) {
            return exact.toPlainString();
        }
        boolean bare = value instanceof Number || value instanceof Boolean;
        return bare ? value.toString() : '"' + value.toString() + '"';
    }
}
