package vorsprung.processor.domain.fact;

/**
 * What a model scored. Which of two is the better one, the benchmark says: its last result in force.
 *
 * @param score finite, in the benchmark's unit
 */
public record Score(double score) {}
