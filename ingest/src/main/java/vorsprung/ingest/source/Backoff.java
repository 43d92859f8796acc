package vorsprung.ingest.source;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a question is asked again: twice as long each time, a random half of it, so that watchers
 * that failed together do not return together. What the other side asks for counts more.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** Beyond, the next look is soon enough. */
    static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(15);

    /** How often a question is asked within one look. */
    static final int TRIES = 5;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after so many failed tries, from 1; absent when it is not worth another within this look. */
    Optional<Duration> after(int tries, FetchException failure) {
        boolean over = tries >= TRIES || !failure.isWorthRetrying();
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (over || asked.compareTo(LONGEST_ASKED_FOR) > 0) {
            return Optional.empty();
        }
        Duration own = jittered(tries);
        return Optional.of(asked.compareTo(own) > 0 ? asked : own);
    }

    private Duration jittered(int tries) {
        long most = Math.min(FIRST.toMillis() << (tries - 1), LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
