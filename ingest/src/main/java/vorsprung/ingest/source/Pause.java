package vorsprung.ingest.source;

import java.time.Duration;

/** Waits between two tries. */
@FunctionalInterface
public interface Pause {
    /** Waits so long; says whether to go on, which is not so when somebody has ended the watching. */
    boolean goesOnAfter(Duration wait) throws InterruptedException;
}
