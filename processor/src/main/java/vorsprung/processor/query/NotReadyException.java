package vorsprung.processor.query;

/** A store that the question needs cannot be asked now; the message says which partition is missing, and why. */
public final class NotReadyException extends RuntimeException {
    public NotReadyException(String message) {
        super(message);
    }
}
