package vorsprung.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import vorsprung.http.Json;
import vorsprung.ingest.source.Statement.Kind;

/**
 * What is kept of a statement.
 *
 * @param report the last report of it, exactly as it was or will be published
 * @param before the report before it, of a quote that changed
 * @param changedAt when the last report was made
 * @param published whether Kafka is known to have it; until then it is published again, unchanged, and counts once
 */
record Remembered(Kind kind, ObjectNode report, Optional<ObjectNode> before, Instant changedAt, boolean published) {
    private static final String RETRACTED = "retracted";

    Remembered asPublished() {
        return new Remembered(kind, report, before, changedAt, true);
    }

    /** Whether it has been withdrawn. */
    boolean isRetracted() {
        return report.path(RETRACTED).asBoolean();
    }

    String text() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", kind.name());
        json.put("changedAt", changedAt.toString());
        json.put("published", published);
        json.set("report", report);
        before.ifPresent(earlier -> json.set("before", earlier));
        return json.toString();
    }

    /** @throws IllegalStateException when the text is none of ours */
    static Remembered of(String text) {
        try {
            JsonNode json = Json.reader().readValue(text);
            return new Remembered(
                    Kind.valueOf(json.path("kind").asText()),
                    (ObjectNode) json.required("report"),
                    Optional.ofNullable((ObjectNode) json.get("before")),
                    Instant.parse(json.path("changedAt").asText()),
                    json.path("published").asBoolean());
        } catch (JsonProcessingException | IllegalArgumentException | ClassCastException | DateTimeException e) {
            throw new IllegalStateException("the state of a source cannot be read: " + text, e);
        }
    }
}
