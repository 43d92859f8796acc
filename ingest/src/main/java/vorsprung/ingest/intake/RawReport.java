package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.EventType;

/**
 * The fields of a report as they came, at the positions of the event that is made of them, without a tree in between.
 * A value is gone once it was taken; null counts as absent. Not safe for use by many threads.
 */
public final class RawReport {
    private final Form form;
    private final @Nullable JsonNode[] values;
    /** Fields that events of this type do not have, in the order they came. */
    private final Map<String, JsonNode> unknown = new LinkedHashMap<>();

    /** Begins one without fields. */
    public RawReport(EventType type) {
        this.form = Form.of(type);
        this.values = new JsonNode[form.size()];
    }

    /** The fields of an object that was read before. */
    public static RawReport of(EventType type, ObjectNode object) {
        RawReport report = new RawReport(type);
        object.properties().forEach(field -> report.put(field.getKey(), field.getValue()));
        return report;
    }

    /**
     * Adds a field, or puts another value in its place.
     *
     * @return whether there was one of that name
     */
    public boolean put(String name, JsonNode value) {
        OptionalInt position = form.position(name);
        return (position.isPresent() ? put(position.getAsInt(), value) : unknown.put(name, value)) != null;
    }

    private @Nullable JsonNode put(int position, JsonNode value) {
        JsonNode before = values[position];
        values[position] = value;
        return before;
    }

    /** Who reported it, as it was sent. */
    public Optional<JsonNode> source() {
        return Optional.ofNullable(values[form.position(NamedField.SOURCE)]).filter(source -> !source.isNull());
    }

    /** Puts this source into it. */
    public RawReport sign(JsonNode source) {
        put(form.position(NamedField.SOURCE), source);
        return this;
    }

    Form form() {
        return form;
    }

    boolean has(int position) {
        JsonNode value = values[position];
        return value != null && !value.isNull();
    }

    /** The value there, which is gone then. */
    @Nullable JsonNode take(int position) {
        JsonNode value = has(position) ? values[position] : null;
        values[position] = null;
        return value;
    }

    /** Names of fields that events of this type do not have, in the order they came. */
    List<String> unknown() {
        if (unknown.isEmpty()) {
            return List.of();
        }
        return unknown.entrySet().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
    }
}
