package vorsprung.app.backup;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import vorsprung.app.kafka.CommittedConsumers;
import vorsprung.processor.report.Report;
import vorsprung.processor.report.ReportLog;
import vorsprung.processor.report.WireEventReader;
import vorsprung.rule.EventRules;
import vorsprung.topic.EventType;

/**
 * Every report on the event topics, as they are when the reading begins: type by type, partition by partition, in the
 * order of offsets, which is the order that counts. What the processor takes for a dead letter is no report.
 */
public final class EventTopics implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final WireEventReader reader;
    private long leftOut;

    /** Takes one report after the other. */
    @FunctionalInterface
    public interface Sink {
        void take(Report report);
    }

    /** Settings of Kafka's clients, of the registry and of the serde, under their own names. */
    public EventTopics(Map<String, String> settings) {
        this.consumer = CommittedConsumers.of(settings);
        this.reader = new WireEventReader(settings);
    }

    /** Reads all reports of a type. */
    public void read(EventType type, Sink sink) {
        List<TopicPartition> partitions = consumer.partitionsFor(type.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            read(type, partition, ends.getOrDefault(partition, 0L), partitions.size(), sink);
        }
    }

    /** How many records were no reports, so far. */
    public long leftOut() {
        return leftOut;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(EventType type, TopicPartition partition, long end, int partitions, Sink sink) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    Optional<Report> report = report(type, record, partitions);
                    report.ifPresent(sink::take);
                    leftOut += report.isPresent() ? 0 : 1;
                }
            }
        }
    }

    /** The same that the processor wants: a key that is the event's own and chose the partition, and every rule kept. */
    private Optional<Report> report(EventType type, ConsumerRecord<byte[], byte[]> record, int partitions) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            SpecificRecord event = reader.read(type, ByteBuffer.wrap(record.value()));
            Instant timestamp = Instant.ofEpochMilli(record.timestamp());
            boolean inItsPlace = Utils.toPositive(Utils.murmur2(record.key())) % partitions == record.partition();
            boolean inOrder = EventRules.check(type, event, timestamp).isEmpty()
                    && type.keyOf(event).equals(Utils.utf8(record.key()));
            return inItsPlace && inOrder
                    ? Optional.of(ReportLog.report(type, event, timestamp, record.offset()))
                    : Optional.empty();
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
