package vorsprung.ingest.publish;

/** An event is larger than Kafka takes; it is not published. */
public final class EventTooLargeException extends RuntimeException {
    public EventTooLargeException(String message, Throwable cause) {
        super(message, cause);
    }
}
