package vorsprung.ingest.publish;

import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/** A checked event on its way to its topic. */
public record Report(EventType type, SpecificRecord event) {

    /** The record key. */
    String key() {
        return type.keyOf(event);
    }

    /** The event's id, which intake has filled in. */
    public String eventId() {
        return String.valueOf(event.get(type.schema().getField("eventId").pos()));
    }
}
