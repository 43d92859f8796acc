package vorsprung.processor.report;

import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.CommonField;

/**
 * A report, read.
 *
 * @param key where it stands in the log
 * @param event what it says, as the newest schema of its type
 */
public record Report(ReportKey key, SpecificRecord event) {

    /** Valid time that it speaks of. */
    public Instant occurredAt() {
        return (Instant) Objects.requireNonNull(CommonField.OCCURRED_AT.of(key.type(), event));
    }
}
