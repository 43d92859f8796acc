package vorsprung.processor.query;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import vorsprung.topic.Position;

/** Waits until the stores hold what was written: read your own writes. */
public final class Wait {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final ProgressQuery progress;

    public Wait(ProgressQuery progress) {
        this.progress = progress;
    }

    /** Whether the stores hold the position before the timeout ends; a store that cannot be asked is waited for. */
    public boolean reaches(Position position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!isHeld(position)) {
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private boolean isHeld(Position position) {
        try {
            return progress.hasReached(position);
        } catch (NotReadyException e) {
            return false;
        }
    }
}
