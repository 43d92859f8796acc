package vorsprung.processor.report;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.topic.EventType;

/**
 * A fact in force: what its reports say together.
 *
 * @param type the fact's type
 * @param place when it was so, the knowledge time of its last report, and its eventId
 * @param event every field that is known of it
 */
public record Fact(EventType type, Place place, SpecificRecord event) {

    /** A field by its Avro name; null when unknown. */
    @Nullable Object field(String name) {
        return event.get(type.schema().getField(name).pos());
    }

    /** Valid time. */
    public Instant occurredAt() {
        return place.occurredAt();
    }
}
