package vorsprung.processor.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.report.EventReader;
import vorsprung.processor.report.Report;
import vorsprung.processor.report.ReportLog;
import vorsprung.processor.report.StoredReport;
import vorsprung.rule.EventRules;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;

/** Reads a record of an event topic and holds it to the rules, whoever wrote it. */
final class RecordCheck {
    private final EventReader reader;
    private final int partitions;

    RecordCheck(EventReader reader, int partitions) {
        this.reader = reader;
        this.partitions = partitions;
    }

    /** A record that is as it must be. */
    record Accepted(String subject, Report report, StoredReport stored) {}

    /** Why a record is a dead letter. */
    static final class Refusal extends Exception {
        Refusal(String cause) {
            super(cause);
        }
    }

    /**
     * The report that the record makes.
     *
     * @throws Refusal if it cannot be read or breaks a rule, now and ever
     */
    Accepted check(EventType type, Record<byte[], byte[]> record, RecordMetadata metadata) throws Refusal {
        String key = key(type, record.key());
        checkPartition(record.key(), key, metadata.partition());
        ByteBuffer value = value(record.value());
        SpecificRecord event = read(type, value);
        Instant timestamp = Instant.ofEpochMilli(record.timestamp());
        checkRules(type, key, event, timestamp);
        Report report = ReportLog.report(type, event, timestamp, metadata.offset());
        return new Accepted(key, report, new StoredReport(value, timestamp, metadata.partition()));
    }

    private static String key(EventType type, byte @Nullable [] key) throws Refusal {
        if (key == null) {
            throw new Refusal(
                    "the key is null; it must be the event's " + type.subject().field());
        }
        return new String(key, StandardCharsets.UTF_8);
    }

    private void checkPartition(byte[] bytes, String key, int partition) throws Refusal {
        int chosen = Utils.toPositive(Utils.murmur2(bytes)) % partitions;
        if (chosen != partition) {
            throw new Refusal("key " + key + " is on partition " + partition + ", Kafka's own hash chooses " + chosen
                    + "; set the client's partitioner to murmur2_random");
        }
    }

    private static ByteBuffer value(byte @Nullable [] value) throws Refusal {
        if (value == null) {
            throw new Refusal(
                    "the value is null (a tombstone); to remove a fact publish a report with retracted = true");
        }
        if (value.length > Topics.LARGEST_EVENT_BYTES) {
            throw new Refusal("the value has " + value.length + " bytes; at most " + Topics.LARGEST_EVENT_BYTES);
        }
        return ByteBuffer.wrap(value);
    }

    private SpecificRecord read(EventType type, ByteBuffer value) throws Refusal {
        try {
            return reader.read(type, value);
        } catch (SerializationException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static void checkRules(EventType type, String key, SpecificRecord event, Instant timestamp) throws Refusal {
        List<FieldError> errors = EventRules.check(type, event, timestamp);
        if (!errors.isEmpty()) {
            throw new Refusal(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        }
        if (!type.keyOf(event).equals(key)) {
            throw new Refusal("the key is " + key + ", the event's "
                    + type.subject().field() + " is " + type.keyOf(event) + "; they must be the same");
        }
    }
}
