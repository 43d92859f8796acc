package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.rule.EventFields;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;

/** An event in the making: the JSON fields not yet used, the Avro record so far, and what was found wrong with it. */
final class Draft {
    private final EventType type;
    private final SpecificRecord event;
    private final JsonNode report;
    /** Names of the fields that were used: a dozen at most, so that a look through them costs less than a set. */
    private final List<String> used = new ArrayList<>(12);

    private final BitSet filled = new BitSet();
    private int mostBytes;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Draft(EventType type, JsonNode object) {
        this.type = type;
        this.mostBytes = EventSize.mostWithoutValues(type);
        this.event = (SpecificRecord) SpecificData.get().newRecord(null, type.schema());
        this.report = object;
    }

    EventType type() {
        return type;
    }

    SpecificRecord event() {
        return event;
    }

    /** The names of the fields that nothing has used so far, as they came; null values count as absent. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : report.properties()) {
            if (!field.getValue().isNull() && !used.contains(field.getKey())) {
                rest.add(field.getKey());
            }
        }
        return rest;
    }

    /** Whether the report gives the field and nothing has used it so far. */
    boolean gives(String jsonName) {
        return report.hasNonNull(jsonName) && !used.contains(jsonName);
    }

    /** Whether events of this type have the field. */
    boolean has(String avroName) {
        return type.schema().getField(avroName) != null;
    }

    /** The field's JSON value, used up by this call; absent when the report leaves it out. */
    Optional<JsonNode> take(String jsonName) {
        JsonNode value = report.get(jsonName);
        if (value == null || value.isNull() || used.contains(jsonName)) {
            return Optional.empty();
        }
        used.add(jsonName);
        return Optional.of(value);
    }

    /** The field's text without blanks around it, used up by this call. */
    Optional<String> takeText(String jsonName) {
        Optional<JsonNode> node = take(jsonName);
        try {
            return node.isEmpty() ? Optional.empty() : Optional.of(Values.text(node.get()));
        } catch (Misfit e) {
            reject(jsonName, e.reason());
            return Optional.empty();
        }
    }

    /** Sets a field of the event. */
    void set(String avroName, Object value) {
        set(type.schema().getField(avroName).pos(), value);
    }

    private void set(int position, Object value) {
        filled.set(position);
        event.put(position, value);
        mostBytes += EventSize.most(value);
    }

    /** Converts a JSON value to what the schema wants and sets it; a misfit becomes an error. */
    void set(Schema.Field field, JsonNode value) {
        try {
            set(field.pos(), Values.of(type, field, value));
        } catch (Misfit e) {
            reject(EventFields.jsonName(field.name()), e.reason());
        }
    }

    /** Whether a field was set; a number that was not is 0 in the record, which says nothing. */
    boolean isFilled(Schema.Field field) {
        return filled.get(field.pos());
    }

    /** No fewer than the event takes on its topic: counted as it is made, while its values are at hand. */
    int mostBytes() {
        return mostBytes;
    }

    void reject(String jsonName, String message) {
        errors.add(new FieldError(jsonName, message));
    }

    void warn(String message) {
        warnings.add(message);
    }

    /** Whether an error names the field. */
    boolean isRejected(String jsonName) {
        return !errors.isEmpty()
                && errors.stream().anyMatch(error -> error.field().equals(jsonName));
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
