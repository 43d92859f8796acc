package vorsprung.processor.explain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a figure is counted in. */
public enum Unit {
    USD("US dollars"),
    USD_PER_MILLION_TOKENS("US dollars per million tokens"),
    DAYS("days"),
    MONTHS("months"),
    TOKENS("tokens"),
    COUNT("count"),
    /** One number over another. */
    RATIO("ratio"),
    /** A part of one. */
    FRACTION("fraction"),
    PERCENT("percent"),
    /** In whatever unit the benchmark scores. */
    SCORE("score"),
    TIME("time"),
    /** A word, or several figures together: nothing that one could be greater than another by. */
    NONE(null);

    private final @Nullable String label;

    Unit(@Nullable String label) {
        this.label = label;
    }

    /** In words; empty for what is no quantity. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }
}
