package vorsprung.ingest.publish;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Source;
import vorsprung.topic.CommonField;
import vorsprung.topic.EventType;

/** A checked event on its way to its topic. */
public record Report(EventType type, SpecificRecord event) {

    /** The record key. */
    public String key() {
        return type.keyOf(event);
    }

    /** The event's id, which intake has filled in. */
    public String eventId() {
        return String.valueOf(field(CommonField.EVENT_ID));
    }

    /** Name of the source; absent when it has none. */
    public Optional<String> source() {
        return field(CommonField.SOURCE) instanceof Source source ? Optional.of(source.getName()) : Optional.empty();
    }

    /** What it says in this field. */
    public @Nullable Object field(CommonField field) {
        return field.of(type, event);
    }
}
