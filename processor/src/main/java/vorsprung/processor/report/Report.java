package vorsprung.processor.report;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * A report, read.
 *
 * @param key where it stands in the log
 * @param event what it says, as the newest schema of its type
 */
public record Report(ReportKey key, SpecificRecord event) {

    /** Valid time that it speaks of. */
    public Instant occurredAt() {
        return (Instant) event.get(key.type().schema().getField("occurredAt").pos());
    }
}
