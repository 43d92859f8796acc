package vorsprung.rule;

import java.util.Optional;
import org.apache.avro.Schema;
import vorsprung.topic.EventType;

/** The names of event fields in JSON and in Avro, which differ for prices only (dollars against micro-dollars). */
public final class EventFields {
    private static final String MICRO = "MicroUsdPerMillionTokens";
    private static final String DOLLARS = "UsdPerMillionTokens";

    private EventFields() {}

    /** The JSON name of an Avro field. */
    public static String jsonName(String avroName) {
        return avroName.endsWith(MICRO) ? avroName.replace(MICRO, DOLLARS) : avroName;
    }

    /** Whether the Avro field is a price, which JSON writes in dollars and Avro in micro-dollars. */
    public static boolean isPrice(String avroName) {
        return avroName.endsWith(MICRO);
    }

    /** The field of a type that is called so in JSON (or in Avro); empty when there is none. */
    public static Optional<Schema.Field> named(EventType type, String name) {
        return type.schema().getFields().stream()
                .filter(field ->
                        jsonName(field.name()).equals(name) || field.name().equals(name))
                .findFirst();
    }

    /** Whether a report may leave the field out. */
    public static boolean isOptional(Schema.Field field) {
        return field.schema().isNullable();
    }
}
