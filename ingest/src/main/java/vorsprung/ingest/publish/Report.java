package vorsprung.ingest.publish;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Source;
import vorsprung.topic.EventType;

/** A checked event on its way to its topic. */
public record Report(EventType type, SpecificRecord event) {

    /** The record key. */
    public String key() {
        return type.keyOf(event);
    }

    /** The event's id, which intake has filled in. */
    public String eventId() {
        return String.valueOf(field("eventId"));
    }

    /** Name of the source; absent when it has none. */
    public Optional<String> source() {
        return field("source") instanceof Source source ? Optional.of(source.getName()) : Optional.empty();
    }

    /** A field that events of every type have. */
    public @Nullable Object field(String name) {
        return event.get(type.schema().getField(name).pos());
    }
}
