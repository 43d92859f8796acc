package vorsprung.processor.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** On what terms a question is answered: by when, and whether a copy that lags may answer. */
public final class Terms {
    /** How long a question may take unless it says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final boolean allowStale;
    private final long deadline;
    private final AtomicReference<@Nullable Lag> lag = new AtomicReference<>();

    private Terms(boolean allowStale, Duration timeout) {
        this.allowStale = allowStale;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Only committed state of active instances, within the timeout from now on. */
    public static Terms fresh(Duration timeout) {
        return new Terms(false, timeout);
    }

    /** A copy may answer where no active instance does, within the timeout from now on. */
    public static Terms stale(Duration timeout) {
        return new Terms(true, timeout);
    }

    boolean allowStale() {
        return allowStale;
    }

    /** What is left of the timeout; zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** A copy that lags so far gave a part of the answer. */
    void used(Lag used) {
        lag.accumulateAndGet(used, (worst, next) -> worst == null || next == null ? next : worst.orWorse(next));
    }

    /** How far the copies lag at most that gave parts of the answer; empty when all of it is fresh. */
    public Optional<Lag> lag() {
        return Optional.ofNullable(lag.get());
    }
}
