package vorsprung.ingest.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.Schema;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

/**
 * What a report of one type may hold: the fields of its events, each at its position in the schema, and behind them the
 * type. Looked up once, since it is asked for every field of every report.
 */
final class Form {
    /** Required fields that are filled in from names, and whose absence is told by the name as well. */
    private static final Set<NamedField> IDS =
            Set.of(NamedField.COMPANY_ID, NamedField.MODEL_ID, NamedField.BENCHMARK_ID);

    private static final Map<EventType, Form> FORMS = new EnumMap<>(EventType.class);

    static {
        Arrays.stream(EventType.values()).forEach(type -> FORMS.put(type, new Form(type)));
    }

    private final EventType type;
    private final List<Schema.Field> fields;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<NamedField, Integer> named = new EnumMap<>(NamedField.class);
    private final Set<String> names;
    private final List<Schema.Field> required;

    private Form(EventType type) {
        this.type = type;
        this.fields = List.copyOf(type.schema().getFields());
        fields.forEach(field -> positions.put(EventFields.jsonName(field.name()), field.pos()));
        this.names = Set.copyOf(positions.keySet());
        positions.put(NamedField.TYPE.jsonName(), fields.size());
        for (NamedField field : NamedField.values()) {
            position(field.jsonName()).ifPresent(position -> named.put(field, position));
        }
        this.required = fields.stream()
                .filter(field -> !EventFields.isOptional(field) && !isId(field.pos()))
                .toList();
    }

    static Form of(EventType type) {
        return Objects.requireNonNull(FORMS.get(type));
    }

    EventType type() {
        return type;
    }

    /** How many positions there are. */
    int size() {
        return fields.size() + 1;
    }

    /** The fields of the event, by position. */
    List<Schema.Field> fields() {
        return fields;
    }

    /** The fields without which there is no event, but for those that are made of names. */
    List<Schema.Field> required() {
        return required;
    }

    /** Where the field of this JSON name is; empty when reports of this type have none. */
    OptionalInt position(String jsonName) {
        Integer position = positions.get(jsonName);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** Whether reports of this type have the field. */
    boolean has(NamedField field) {
        return named.containsKey(field);
    }

    /** Where the field is, which reports of this type must have. */
    int position(NamedField field) {
        return Objects.requireNonNull(named.get(field));
    }

    /** The JSON names of the fields of the event. */
    Set<String> names() {
        return names;
    }

    private boolean isId(int position) {
        return IDS.stream().anyMatch(field -> has(field) && position(field) == position);
    }
}
