package vorsprung.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import vorsprung.http.Json;

/** Reads a document that is one JSON value. */
final class JsonDocument {
    private JsonDocument() {}

    static JsonNode read(Document document) throws BrokenDocumentException {
        try {
            return Json.read(document.body());
        } catch (JsonProcessingException e) {
            throw new BrokenDocumentException(document.address() + " is not whole: " + Json.reason(e), e);
        } catch (IOException e) {
            throw new BrokenDocumentException(document.address() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The list under a name, which must be there and not be empty: a source that knows nothing is broken. */
    static JsonNode list(Document document, JsonNode root, String name) throws BrokenDocumentException {
        JsonNode list = root.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw new BrokenDocumentException(
                    document.address() + " holds no list \"" + name + "\", or an empty one; has its form changed?");
        }
        return list;
    }
}
