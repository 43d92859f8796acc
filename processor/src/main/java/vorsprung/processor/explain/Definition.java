package vorsprung.processor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.EventType;

/**
 * What a figure is.
 *
 * @param <T> the answer that the figure is part of
 * @param figure its name, as in that answer
 * @param unit what it is counted in
 * @param rule how it comes about, a sentence for people
 * @param value reads it from the answer; null when it is unknown
 * @param evidence name under which the answer keeps the facts it rests on
 * @param grounds the kinds of facts that it may rest on
 */
public record Definition<T>(
        String figure,
        Unit unit,
        String rule,
        Function<T, @Nullable Object> value,
        String evidence,
        List<Ground> grounds) {

    /**
     * A kind of fact.
     *
     * @param type the facts' type
     * @param fields JSON names of the fields that matter to the figure
     */
    public record Ground(EventType type, List<String> fields) {
        public Ground {
            fields = List.copyOf(fields);
        }
    }

    public Definition {
        grounds = List.copyOf(grounds);
    }

    static <T> Definition<T> of(String figure, Unit unit, Function<T, @Nullable Object> value, String rule) {
        return new Definition<>(figure, unit, rule, value, figure, List.of());
    }

    /** The same, resting on facts of this type; for one kind of facts after the other. */
    Definition<T> restingOn(EventType type, String... fields) {
        List<Ground> more = new ArrayList<>(grounds);
        more.add(new Ground(type, List.of(fields)));
        return new Definition<>(figure, unit, rule, value, evidence, more);
    }

    /** The same, with the facts that the answer names for another figure. */
    Definition<T> evidencedBy(String otherFigure) {
        return new Definition<>(figure, unit, rule, value, otherFigure, grounds);
    }

    /** Whether things can be put in order by it. */
    public boolean isQuantity() {
        return unit != Unit.NONE;
    }
}
