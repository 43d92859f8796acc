package vorsprung.topic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A field that events of every type have. Where each type has it is looked up once, by its Avro name. */
public enum CommonField {
    EVENT_ID("eventId"),
    OCCURRED_AT("occurredAt"),
    OCCURRED_AT_PRECISION("occurredAtPrecision"),
    RECORDED_AT("recordedAt"),
    SOURCE("source"),
    RETRACTED("retracted"),
    CLEARS("clears");

    // Never changed, though its class cannot say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<EventType, Integer> positions = new EnumMap<>(EventType.class);

    CommonField(String avroName) {
        Arrays.stream(EventType.values())
                .forEach(type ->
                        positions.put(type, type.schema().getField(avroName).pos()));
    }

    /** Its position in the schema of this type. */
    public int position(EventType type) {
        return Objects.requireNonNull(positions.get(type));
    }

    /** Its value in this event of this type. */
    public @Nullable Object of(EventType type, SpecificRecord event) {
        return event.get(position(type));
    }

    /** Gives it this value in an event of this type. */
    public void set(EventType type, SpecificRecord event, Object value) {
        event.put(position(type), value);
    }
}
