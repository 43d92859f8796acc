package vorsprung.ingest.table;

/** A cell that is not as its column wants it; says which, what was expected and what was found. */
final class BadCellException extends Exception {
    BadCellException(String column, String reason) {
        super(column + ": " + reason, null, false, false);
    }
}
