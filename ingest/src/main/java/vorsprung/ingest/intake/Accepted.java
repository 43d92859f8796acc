package vorsprung.ingest.intake;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/**
 * A well-formed event, complete with eventId and recordedAt.
 *
 * @param event of the class {@link EventType#record()}
 * @param warnings what the sender should look at, such as a company that the directory does not know
 */
public record Accepted(EventType type, SpecificRecord event, List<String> warnings) implements Outcome {
    public Accepted {
        warnings = List.copyOf(warnings);
    }

    /** The record key that the event is published under. */
    public String key() {
        return type.keyOf(event);
    }
}
