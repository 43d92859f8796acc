package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.rule.EventFields;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;

/** An event in the making: what of the report was not used yet, the Avro record so far, and what was found wrong with it. */
final class Draft {
    private final RawReport report;
    private final Form form;
    private final SpecificRecord event;
    private final BitSet filled = new BitSet();
    private int mostBytes;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Draft(RawReport report) {
        this.report = report;
        this.form = report.form();
        this.mostBytes = EventSize.mostWithoutValues(type());
        this.event = (SpecificRecord) SpecificData.get().newRecord(null, type().schema());
    }

    EventType type() {
        return form.type();
    }

    SpecificRecord event() {
        return event;
    }

    /** Takes over the fields that nothing has used so far. */
    void takeOverRest() {
        for (Schema.Field field : form.fields()) {
            JsonNode value = report.take(field.pos());
            if (value != null) {
                set(field, value);
            }
        }
        for (String name : report.unknown()) {
            reject(Misfit.shortened(name), Values.unknownField(name, form.names()));
        }
    }

    /** Whether the report gives the field and nothing has used it so far. */
    boolean gives(NamedField field) {
        return report.has(form.position(field));
    }

    /** Whether events of this type have the field. */
    boolean has(NamedField field) {
        return form.has(field);
    }

    /** The field's JSON value, used up by this call; null when the report leaves it out. */
    @Nullable JsonNode take(NamedField field) {
        return report.take(form.position(field));
    }

    /** The field's text without blanks around it, used up by this call. */
    Optional<String> takeText(NamedField field) {
        JsonNode node = take(field);
        try {
            return node == null ? Optional.empty() : Optional.of(Values.text(node));
        } catch (Misfit e) {
            reject(field, e.reason());
            return Optional.empty();
        }
    }

    /** Takes the field over as it is, used up by this call. */
    void takeOver(NamedField field) {
        JsonNode value = take(field);
        if (value != null) {
            set(form.fields().get(form.position(field)), value);
        }
    }

    /** Sets a field of the event. */
    void set(NamedField field, Object value) {
        set(form.position(field), value);
    }

    private void set(int position, Object value) {
        filled.set(position);
        event.put(position, value);
        mostBytes += EventSize.most(value);
    }

    /** Converts a JSON value to what the schema wants and sets it; a misfit becomes an error. */
    private void set(Schema.Field field, JsonNode value) {
        try {
            set(field.pos(), Values.of(type(), field, value));
        } catch (Misfit e) {
            reject(EventFields.jsonName(field.name()), e.reason());
        }
    }

    /** The value of a field of the event so far. */
    @Nullable Object value(NamedField field) {
        return event.get(form.position(field));
    }

    boolean isFilled(NamedField field) {
        return filled.get(form.position(field));
    }

    /** Finds fault with each field that is missing; a number that was not set is 0 in the record, which says nothing. */
    void require() {
        for (Schema.Field field : form.required()) {
            String name = EventFields.jsonName(field.name());
            if (!filled.get(field.pos()) && !isRejected(name)) {
                reject(name, "is required");
            }
        }
    }

    /** No fewer than the event takes on its topic: counted as it is made, while its values are at hand. */
    int mostBytes() {
        return mostBytes;
    }

    void reject(NamedField field, String message) {
        reject(field.jsonName(), message);
    }

    void reject(String jsonName, String message) {
        errors.add(new FieldError(jsonName, message));
    }

    void warn(String message) {
        warnings.add(message);
    }

    /** Whether an error names the field. */
    boolean isRejected(NamedField field) {
        return isRejected(field.jsonName());
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
