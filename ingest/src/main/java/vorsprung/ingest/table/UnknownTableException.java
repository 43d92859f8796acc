package vorsprung.ingest.table;

/** A header that belongs to no known table, or a mapping that does not fit it; says what was looked for. */
public final class UnknownTableException extends RuntimeException {
    public UnknownTableException(String message) {
        super(message);
    }
}
