package vorsprung.wire;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes are no record of the topic, now and ever: a dead letter. The message says what was expected and found. */
public final class UnreadableRecordException extends SerializationException {
    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
