package vorsprung.processor.domain.fact;

/**
 * What a model scored.
 *
 * @param score finite, in the benchmark's unit
 * @param higherIsBetter whether a greater score is better
 */
public record Score(double score, boolean higherIsBetter) {

    /** Whether this is a better score than the other, in this one's direction. */
    public boolean isBetterThan(Score other) {
        return higherIsBetter ? score > other.score : score < other.score;
    }
}
