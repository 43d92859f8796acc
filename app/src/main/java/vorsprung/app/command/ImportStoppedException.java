package vorsprung.app.command;

/** Somebody stopped an import before its end. */
final class ImportStoppedException extends RuntimeException {

    ImportStoppedException(String file, long sent) {
        super("Stopped in " + file + " after " + sent
                + " events. What was published is there; import again to publish the rest.");
    }
}
