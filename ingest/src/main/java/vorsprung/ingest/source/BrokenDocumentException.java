package vorsprung.ingest.source;

/** A document that is cut short or of an unknown form; nothing in it is used. */
public final class BrokenDocumentException extends Exception {
    public BrokenDocumentException(String message) {
        super(message);
    }

    public BrokenDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
