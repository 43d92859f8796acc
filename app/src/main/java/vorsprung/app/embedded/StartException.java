package vorsprung.app.embedded;

/** An embedded server cannot start; the message says, for the person at the keyboard, why and what to do. */
public final class StartException extends RuntimeException {

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
