package vorsprung.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The bytes are no record of the topic, now and ever: a dead letter. The message says what was expected and found. */
public final class UnreadableRecordException extends SerializationException {
    UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
