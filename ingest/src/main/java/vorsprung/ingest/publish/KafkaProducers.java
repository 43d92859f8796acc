package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import vorsprung.topic.Topics;

/** Real producers: idempotent, acknowledged by all in-sync replicas, every wait bounded. */
public final class KafkaProducers implements Producers {
    /** Settings of Kafka's that a user may not change, since what we promise rests on them. */
    public static final Set<String> FIXED = Set.of(
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.PARTITIONER_CLASS_CONFIG,
            ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG);

    private static final int LINGER_MS = 5;
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final PublishSettings settings;
    private final EventSerializer serializer;

    public KafkaProducers(PublishSettings settings) {
        this.settings = settings;
        this.serializer = new EventSerializer(settings.registry());
    }

    @Override
    public Producer<String, SpecificRecord> idempotent() {
        return new KafkaProducer<>(config(settings), new StringSerializer(), serializer);
    }

    @Override
    public String transactionalId(int number) {
        return settings.transactionalId() + "-" + number;
    }

    @Override
    public Producer<String, SpecificRecord> transactional(int number) {
        Map<String, Object> config = config(settings);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId(number));
        return new KafkaProducer<>(config, new StringSerializer(), serializer);
    }

    /** A producer of plain texts with the same promises. */
    static Producer<String, String> texts(PublishSettings settings) {
        return new KafkaProducer<>(config(settings), new StringSerializer(), new StringSerializer());
    }

    static Map<String, Object> config(PublishSettings settings) {
        long timeoutMs = settings.timeout().toMillis();
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "vorsprung-ingest");
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD_BYTES);
        // The one compression that every client reads as it comes; kafkajs knows no other without a plug-in.
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        config.put(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, Deflater.BEST_SPEED);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMs / 2);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) (timeoutMs / 2));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) (timeoutMs + LINGER_MS));
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) (timeoutMs + SLACK.toMillis()));
        config.putAll(settings.kafka());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return config;
    }
}
