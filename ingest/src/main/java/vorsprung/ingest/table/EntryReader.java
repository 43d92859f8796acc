package vorsprung.ingest.table;

import java.io.IOException;
import java.util.Optional;

/** Reads a file's entries one after the other, in bounded memory. */
public interface EntryReader extends AutoCloseable {

    /**
     * The next entry; absent at the end of the file.
     *
     * @throws IOException when the file cannot be read on
     */
    Optional<Entry> next() throws IOException;

    /** Bytes read so far. */
    long position();

    @Override
    void close() throws IOException;
}
