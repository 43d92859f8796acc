package vorsprung.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of events to import. It may be opened more than once.
 *
 * @param name how messages call it
 * @param size bytes, for the progress
 * @param modifiedAt when it was last changed: the {@code recordedAt} of lines without one, so that importing the file
 *     again writes the same reports
 * @param content opens it
 */
public record ImportFile(String name, long size, Instant modifiedAt, Content content) {

    /** Opens a file from its beginning. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /**
     * A file on disk.
     *
     * @throws IOException when it cannot be looked at
     */
    public static ImportFile at(Path path) throws IOException {
        return new ImportFile(
                path.toString(),
                Files.size(path),
                Files.getLastModifiedTime(path).toInstant(),
                () -> Files.newInputStream(path));
    }
}
