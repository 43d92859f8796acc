package vorsprung.ingest.publish.journal;

import java.time.Duration;
import java.util.Map;

/**
 * How much the gateway keeps in mind.
 *
 * @param registry settings of the serde
 * @param timeout how long it is waited until a topic has been read to its end
 * @param keysKept how long an {@code Idempotency-Key} counts
 * @param mostKeys how many of them at most
 * @param mostFacts of how many facts the reporters are known
 */
public record JournalSettings(
        Map<String, String> registry, Duration timeout, Duration keysKept, int mostKeys, int mostFacts) {
    /** A day. */
    public static final Duration DEFAULT_KEYS_KEPT = Duration.ofHours(24);
    /** The topics keep them no longer. */
    public static final Duration LONGEST_KEYS_KEPT = Duration.ofDays(7);
    /** About 30 MB. */
    public static final int DEFAULT_MOST_KEYS = 200_000;
    /** About 150 MB when all are used. */
    public static final int DEFAULT_MOST_FACTS = 1_000_000;

    public JournalSettings {
        registry = Map.copyOf(registry);
    }

    @Override
    public String toString() {
        return "JournalSettings[" + timeout + ", " + keysKept + ", " + mostKeys + " keys, " + mostFacts + " facts]";
    }
}
