package vorsprung.processor.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Source;
import vorsprung.topic.CommonField;

/**
 * A report, read.
 *
 * @param key where it stands in the log
 * @param event what it says, as the newest schema of its type
 */
public record Report(ReportKey key, SpecificRecord event) {

    /** Whether it says that there is no such fact. */
    public boolean isRetraction() {
        return Boolean.TRUE.equals(field(CommonField.RETRACTED));
    }

    /** Name of the source; absent when it has none. */
    public Optional<String> source() {
        return field(CommonField.SOURCE) instanceof Source source ? Optional.of(source.getName()) : Optional.empty();
    }

    /** Valid time that it speaks of. */
    public Instant occurredAt() {
        return (Instant) Objects.requireNonNull(field(CommonField.OCCURRED_AT));
    }

    private @Nullable Object field(CommonField field) {
        return field.of(key.type(), event);
    }
}
