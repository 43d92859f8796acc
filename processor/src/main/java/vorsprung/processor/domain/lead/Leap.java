package vorsprung.processor.domain.lead;

import java.time.Duration;
import java.time.Instant;

/**
 * The catch-ups of one contestant's records that ended at one instant, which is one lead matched. Design, section 3.
 *
 * @param from when the earliest of the records was set, valid time
 * @param to when they were matched, valid time
 */
public record Leap(Instant from, Instant to) {

    /** The longest lag of its catch-ups, in milliseconds. */
    long lagMs() {
        return Duration.between(from, to).toMillis();
    }
}
