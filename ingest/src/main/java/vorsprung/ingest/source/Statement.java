package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that a source says of the market.
 *
 * @param key tells it from all others of the document, and is the same at the next look
 * @param kind how it stands in time
 * @param report in the publish format; of a {@link Kind#QUOTE} without a time
 */
public record Statement(String key, Kind kind, ObjectNode report) {

    /** How a statement stands in time. */
    public enum Kind {
        /** It says itself when it was so. One that is no longer said has been withdrawn. */
        DATED,
        /** It says itself when it was so, and stays true when it is no longer said, such as a release. */
        LASTING,
        /** It says what is so now, such as a list price. One that is no longer said leaves the past as it was. */
        QUOTE
    }
}
