package vorsprung.benchmarks.contestant;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.processor.report.EventReader;
import vorsprung.processor.report.WireEventReader;
import vorsprung.topic.EventType;

/** Reads all events with one consumer and decodes them: the limit of what any system on Kafka can do. */
final class RawRead implements Work {
    private static final Duration POLL = Duration.ofSeconds(1);

    @Override
    public Measurement run(Assignment assignment) {
        EventReader reader = new WireEventReader(KnownSchemas.settings());
        Meter meter = new Meter();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                assignment.clientSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = assignment.events();
            while (left > 0) {
                left -= read(consumer.poll(POLL), reader, meter);
            }
            return meter.end(assignment.events());
        }
    }

    private static int read(ConsumerRecords<byte[], byte[]> records, EventReader reader, Meter meter) {
        if (!records.isEmpty()) {
            meter.begin();
        }
        for (TopicPartition partition : records.partitions()) {
            EventType type = EventType.onTopic(partition.topic()).orElseThrow();
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                reader.read(type, ByteBuffer.wrap(record.value()));
            }
        }
        return records.count();
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return Arrays.stream(EventType.values())
                .flatMap(type -> consumer.partitionsFor(type.topic()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
