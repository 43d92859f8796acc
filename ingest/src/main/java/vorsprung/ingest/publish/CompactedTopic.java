package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vorsprung.topic.Topic;

/** Texts in a compacted topic of one partition: the last of a key holds. For few keys, since all are read at once. */
public final class CompactedTopic implements TextStore, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final TopicPartition partition;
    private final PublishSettings settings;
    private final Producer<String, String> producer;

    /** Nothing is asked of Kafka yet. */
    public CompactedTopic(Topic topic, PublishSettings settings) {
        this.partition = new TopicPartition(topic.name(), 0);
        this.settings = settings;
        this.producer = KafkaProducers.texts(settings);
    }

    @Override
    public Map<String, String> load(String prefix) {
        Map<String, String> texts = new HashMap<>();
        try (Consumer<String, String> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (end != null && consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> take(record, prefix, texts));
            }
            return texts;
        } catch (KafkaException e) {
            throw away("could not be read", e);
        }
    }

    @Override
    public void put(Map<String, String> texts) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            texts.forEach(
                    (key, text) -> sent.add(producer.send(new ProducerRecord<>(partition.topic(), 0, key, text))));
            for (Future<RecordMetadata> each : sent) {
                RecordMetadata unused = each.get();
            }
        } catch (KafkaException | ExecutionException e) {
            throw away("could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("could not be written", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }

    private static void take(ConsumerRecord<String, String> record, String prefix, Map<String, String> texts) {
        if (record.key() == null || !record.key().startsWith(prefix)) {
            return;
        }
        if (record.value() == null) {
            texts.remove(record.key());
        } else {
            texts.put(record.key(), record.value());
        }
    }

    private Consumer<String, String> consumer() {
        int timeoutMs = (int) settings.timeout().toMillis();
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs / 2);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.kafka().forEach((name, value) -> {
            if (ConsumerConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    private KafkaUnavailableException away(String what, Exception cause) {
        return new KafkaUnavailableException(
                "Topic " + partition.topic() + " " + what + ": " + cause.getMessage()
                        + "; is it there? vorsprung topics create makes it",
                cause);
    }
}
