package vorsprung.wire;

import java.util.OptionalInt;
import org.apache.kafka.common.KafkaException;

/**
 * The registry is away, or refused. Says nothing against the record at hand, which must not become a dead letter for it.
 */
public class SchemaRegistryException extends KafkaException {
    private static final int NONE = -1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final int status;
    private final int code;

    /** The registry answered with an error: the HTTP status, the registry's own code, and what it said. */
    public SchemaRegistryException(String message, int status, int code) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** No answer that could be understood came back. */
    public SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
        this.status = NONE;
        this.code = NONE;
    }

    /** Whether the same question may succeed later: no connection, too many requests, or an error of the server's own. */
    public boolean isTransient() {
        return status == NONE || status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;
    }

    /** HTTP status of the answer; absent when none came. */
    public OptionalInt status() {
        return status == NONE ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The registry's error code ({@code 40403}, {@code 42201}); absent when it gave none. */
    public OptionalInt code() {
        return code == NONE ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
