package vorsprung.processor.domain.lead;

import java.time.Instant;
import vorsprung.processor.domain.fact.CodePoints;

/**
 * When a contestant improved its best score; ordered by contestant, then time, as in a store.
 *
 * @param at valid time, whole milliseconds
 */
public record ContestantMoment(String contestant, Instant at) implements Comparable<ContestantMoment> {
    private static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** The bound that exactly the contestant's moments up to and including the instant are before. */
    static ContestantMoment endOf(String contestant, Instant at) {
        return new ContestantMoment(contestant, at.plusMillis(1));
    }

    /** The bound that all moments of the contestant are before. */
    static ContestantMoment endOf(String contestant) {
        return new ContestantMoment(contestant, END);
    }

    @Override
    public int compareTo(ContestantMoment other) {
        int byContestant = CodePoints.compare(contestant, other.contestant);
        return byContestant != 0 ? byContestant : at.compareTo(other.at);
    }
}
