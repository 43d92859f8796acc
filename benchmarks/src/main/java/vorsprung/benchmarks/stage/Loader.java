package vorsprung.benchmarks.stage;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes many records, and fails if one of them was not acknowledged. */
public final class Loader implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** With these settings of Kafka's clients, {@code bootstrap.servers} among them. */
    public Loader(Map<String, ?> clientSettings) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.putAll(clientSettings);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a record without waiting; the callback hears what became of it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (metadata, exception) -> failure.compareAndSet(null, exception));
    }

    /**
     * Waits until all is acknowledged.
     *
     * @throws KafkaException if something was not
     */
    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new KafkaException("not all events were acknowledged: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
