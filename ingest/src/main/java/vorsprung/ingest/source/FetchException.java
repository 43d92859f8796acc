package vorsprung.ingest.source;

import java.time.Duration;
import java.util.Optional;

/** An address that did not give what was asked for. */
final class FetchException extends Exception {
    private final boolean worthRetrying;
    private final Optional<Duration> retryAfter;

    FetchException(String message, boolean worthRetrying, Optional<Duration> retryAfter) {
        super(message);
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    /** Whether the same question may be answered later. */
    boolean isWorthRetrying() {
        return worthRetrying;
    }

    /** How long the other side wants to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
