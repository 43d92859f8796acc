package vorsprung.processor.report;

import java.util.Optional;

/**
 * What came of a report.
 *
 * @param kind whether it said anything new
 * @param before the fact before it
 * @param after the fact with it
 * @param contradicts whether another source had reported another figure of the fact; never of a duplicate
 */
public record Outcome(Kind kind, Optional<Fact> before, Optional<Fact> after, boolean contradicts) {

    /** Whether a report said anything new. */
    public enum Kind {
        /** The fact is another one now. */
        PROCESSED,
        /** The same report had been there. */
        DUPLICATE,
        /** Later reports had said everything that it says. */
        SUPERSEDED
    }
}
