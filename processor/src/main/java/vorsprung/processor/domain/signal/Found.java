package vorsprung.processor.domain.signal;

import java.time.Duration;
import java.time.Instant;

/**
 * A signal that was found.
 *
 * @param signal what happened
 * @param foundAt when it was found, by the clock of whoever published the report that made it
 * @param historical whether it had happened more than seven days before: no bell rings
 * @param withdrawn whether a correction removed its cause
 */
public record Found(Signal signal, Instant foundAt, boolean historical, boolean withdrawn) {
    private static final Duration NEWS = Duration.ofDays(7);

    static Found at(Signal signal, Instant foundAt) {
        return new Found(signal, foundAt, isHistorical(signal.occurredAt(), foundAt), false);
    }

    /** Whether what occurred then was no news any more when it was found. */
    public static boolean isHistorical(Instant occurredAt, Instant foundAt) {
        return occurredAt.isBefore(foundAt.minus(NEWS));
    }

    Found withdraw() {
        return new Found(signal, foundAt, historical, true);
    }

    Found restated(Signal now) {
        return new Found(now, foundAt, historical, false);
    }
}
