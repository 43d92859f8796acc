package vorsprung.app.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import vorsprung.app.client.JsonText;

/**
 * What was decided about a dead letter.
 *
 * @param at wall clock
 * @param note why, in the words of who decided, or where the record lies now; may be empty
 */
public record Decision(Kind kind, Instant at, String note) {

    /** The two ends of a dead letter. */
    public enum Kind {
        /** Sent to its topic again. */
        RETRIED,
        /** Never to be used. */
        DISCARDED
    }

    String text() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("decision", kind.name())
                .put("at", at.toString())
                .put("note", note)
                .toString();
    }

    /** @throws IllegalStateException when the text is none of ours */
    static Decision of(String text) {
        try {
            JsonNode json = JsonText.read(text);
            return new Decision(
                    Kind.valueOf(json.path("decision").asText()),
                    Instant.parse(json.path("at").asText()),
                    json.path("note").asText());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException("a decision about a dead letter cannot be read: " + text, e);
        }
    }
}
