package vorsprung.app.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.topic.Topics;

/** Topics and records on a broker as anybody sees and makes them. */
final class Records {

    private final String bootstrapServers;

    Records(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    RecordMetadata send(String topic, String key, byte[] value) throws ExecutionException, InterruptedException {
        return send(topic, key, List.of(value));
    }

    /** One after the other; where the last one lies. */
    RecordMetadata send(String topic, String key, List<byte[]> values) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("max.request.size", 16 << 20);
        settings.put("compression.type", "gzip");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = values.stream()
                    .map(value -> producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)))
                    .toList();
            return sent.get(sent.size() - 1).get();
        }
    }

    /** The topic takes no larger batch from now on. */
    void limitMessages(String topic, int bytes) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(
                new ConfigEntry("max.message.bytes", String.valueOf(bytes)), AlterConfigOp.OpType.SET);
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        }
    }

    void delete(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    /** How often this group was assigned its tasks anew. */
    int rebalances(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeStreamsGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .groupEpoch();
        }
    }

    /** Whether records lie there of a transaction that has not ended. */
    boolean haveOpenTransaction(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            return end(admin, topic, partitions, IsolationLevel.READ_COMMITTED)
                    < end(admin, topic, partitions, IsolationLevel.READ_UNCOMMITTED);
        }
    }

    private static long end(Admin admin, String topic, int partitions, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(ends, new ListOffsetsOptions(isolation)).all().get().values().stream()
                .collect(Collectors.summingLong(each -> each.offset()));
    }

    /** The values of the dead letters that were made of a record, one for each that was committed. */
    List<byte[]> deadLettersOf(RecordMetadata origin) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
        List<byte[]> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    if (isOf(letter, origin)) {
                        letters.add(letter.value());
                    }
                }
            }
        }
        return letters;
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> letter, RecordMetadata origin) {
        return header(letter, "topic").equals(origin.topic())
                && header(letter, "partition").equals(String.valueOf(origin.partition()))
                && header(letter, "offset").equals(String.valueOf(origin.offset()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), UTF_8);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
