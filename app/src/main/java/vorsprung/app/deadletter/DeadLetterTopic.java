package vorsprung.app.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vorsprung.topic.Topics;

/** Reads {@code market.dead-letters}, which has one partition. */
public final class DeadLetterTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String TIMEOUT_MS = "20000";
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);

    private final Consumer<byte[], byte[]> consumer;

    /** Settings of Kafka's clients. */
    public DeadLetterTopic(Map<String, String> settings) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.forEach((name, value) -> {
            if (ConsumerConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(PARTITION));
    }

    /** All dead letters, oldest first. */
    public List<DeadLetter> all() {
        consumer.seekToBeginning(List.of(PARTITION));
        return read(end());
    }

    /** The one of this number. */
    public Optional<DeadLetter> numbered(long number) {
        long end = end();
        if (number < 0 || number >= end) {
            return Optional.empty();
        }
        consumer.seek(PARTITION, number);
        return read(number + 1).stream()
                .filter(letter -> letter.number() == number)
                .findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long end() {
        return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    }

    private List<DeadLetter> read(long end) {
        List<DeadLetter> letters = new ArrayList<>();
        while (consumer.position(PARTITION) < end) {
            consumer.poll(POLL).forEach(record -> letters.add(new DeadLetter(record)));
        }
        return letters;
    }
}
