package vorsprung.ingest.directory;

/** A file of aliases that cannot be taken; says where and why. */
public final class AliasException extends RuntimeException {
    AliasException(String file, long line, String reason) {
        super(file + ", line " + line + ": " + reason);
    }

    AliasException(String file, Throwable cause) {
        super(file + ": " + cause.getMessage(), cause);
    }
}
