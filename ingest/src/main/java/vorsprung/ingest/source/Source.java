package vorsprung.ingest.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A public source: where it publishes, and what its documents say. Pure: the watcher fetches, compares and publishes.
 * How to write one stands in {@code docs/sources.md}.
 */
public interface Source {

    /** Its name on the command line and in metrics, such as {@code openrouter}. */
    String name();

    /** What it tells, in a few words. */
    String about();

    /** Where its documents lie, each complete in itself. */
    List<URI> documents();

    /**
     * What a document says.
     *
     * @param now wall clock, for what a source says of now only until some day
     * @throws BrokenDocumentException when it is not whole, or of another form than ever before
     */
    Snapshot read(Document document, Instant now) throws BrokenDocumentException;
}
