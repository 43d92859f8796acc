package vorsprung.ingest.file;

import vorsprung.ingest.intake.Accepted;

/** Hears how an import goes on. Called by one thread at a time. */
public interface ImportListener {
    /** Hears nothing. */
    ImportListener NONE = new ImportListener() {};

    /** A well-formed event, before it is published. */
    default void good(String file, long line, Accepted event) {}

    /** A line that is not published, as it is met. */
    default void bad(LineError error) {}

    /** What the intake wants looked at, such as a company that the directory does not know. */
    default void warned(String file, long line, String warning) {}

    /**
     * After each entry: how far the import is.
     *
     * @param file the name of the file being read
     * @param bytes how many bytes of all files have been read
     * @param sent how many events have been handed to Kafka
     */
    default void progressed(String file, long bytes, long sent) {}
}
