package vorsprung.ingest.source;

import java.util.Optional;

/**
 * What came of a question.
 *
 * @param document absent when it is as it was
 * @param validators what to ask with next time
 */
record Fetched(Optional<Document> document, Validators validators) {

    /**
     * What a server recognises its document by.
     *
     * @param etag its {@code ETag}; empty when it gave none
     * @param lastModified its {@code Last-Modified}; empty when it gave none
     */
    record Validators(String etag, String lastModified) {
        static final Validators NONE = new Validators("", "");
    }
}
