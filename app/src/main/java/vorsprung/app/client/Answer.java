package vorsprung.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An answer, or an object within one. A field that is null, missing or of another kind than asked for is absent.
 *
 * @param json the object as it came
 */
public record Answer(JsonNode json) {

    /** A text. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    /** A number, exact. */
    public Optional<BigDecimal> number(String field) {
        JsonNode node = json.path(field);
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    /** A time in ISO form. */
    public Optional<Instant> time(String field) {
        try {
            return text(field).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the field is true. */
    public boolean isTrue(String field) {
        return json.path(field).booleanValue();
    }

    /** An object within this one; empty, not absent, when there is none. */
    public Answer object(String field) {
        return new Answer(json.path(field));
    }

    /** The objects of a list; none when there is no list. */
    public List<Answer> list(String field) {
        return elements(json.path(field)).map(Answer::new).toList();
    }

    /** The texts of a list; none when there is no list. */
    public List<String> texts(String field) {
        return elements(json.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** The fields that are not null, in order. */
    public List<Map.Entry<String, JsonNode>> fields() {
        return json.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .toList();
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return json.isEmpty();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
