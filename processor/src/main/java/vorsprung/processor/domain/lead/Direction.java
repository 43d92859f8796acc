package vorsprung.processor.domain.lead;

import java.util.Comparator;

/** Which of two scores of a benchmark is the better one. Equal scores are better in neither direction. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    public static Direction of(boolean higherIsBetter) {
        return higherIsBetter ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
    }

    public boolean higherIsBetter() {
        return this == HIGHER_IS_BETTER;
    }

    /** Whether the score is strictly better than the other. */
    public boolean isBetter(double score, double other) {
        return this == HIGHER_IS_BETTER ? score > other : score < other;
    }

    /** The order in which a better score comes first. */
    Comparator<Entry> bestFirst() {
        Comparator<Entry> ascending = Comparator.comparingDouble(Entry::score);
        return this == HIGHER_IS_BETTER ? ascending.reversed() : ascending;
    }
}
