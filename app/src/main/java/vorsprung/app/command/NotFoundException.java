package vorsprung.app.command;

/** What was asked about is not there, at the time that was asked about; the message says how to find what is. */
final class NotFoundException extends RuntimeException {

    NotFoundException(String message) {
        super(message);
    }
}
