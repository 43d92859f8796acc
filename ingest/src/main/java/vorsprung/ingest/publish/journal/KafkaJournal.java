package vorsprung.ingest.publish.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/** The journal on a real Kafka. */
public final class KafkaJournal implements KafkaAttemptLog.Journal, AutoCloseable {
    private static final TopicPartition ANSWERS = new TopicPartition(Topics.PUBLISH_ANSWERS.name(), 0);

    private final Map<String, String> kafka;
    private final Duration timeout;
    /** For who reported what: only a correction waits for it, and to fetch it for each request costs the brokers more. */
    private static final Map<String, Object> UNHURRIED =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 20, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);

    private final ToLongFunction<Companion> write;
    private final Admin admin;

    /**
     * Connects when it is first used.
     *
     * @param kafka settings of Kafka's clients
     * @param write writes one record outside transactions and returns its offset
     */
    public KafkaJournal(Map<String, String> kafka, Duration timeout, ToLongFunction<Companion> write) {
        this.kafka = Map.copyOf(kafka);
        this.timeout = timeout;
        this.write = write;
        Map<String, Object> config = known(AdminClientConfig.configNames()::contains);
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "vorsprung-ingest-journal");
        this.admin = Admin.create(config);
    }

    @Override
    public long write(Companion companion) {
        return write.applyAsLong(companion);
    }

    @Override
    public void fence(Set<String> transactionalIds) {
        get(admin.fenceProducers(transactionalIds).all());
    }

    @Override
    public long uncommittedEnd() {
        return get(admin.listOffsets(
                                Map.of(ANSWERS, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .partitionResult(ANSWERS))
                .offset();
    }

    /** Repeats are rare, so a consumer for each is cheap enough. */
    @Override
    public byte[] value(long offset) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            consumer.assign(List.of(ANSWERS));
            consumer.seek(ANSWERS, offset);
            Instant end = Instant.now().plus(timeout);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.offset() == offset) {
                        return record.value();
                    }
                }
            }
        } catch (KafkaException e) {
            throw new KafkaUnavailableException("the first answer cannot be read: " + e.getMessage(), e);
        }
        throw new KafkaUnavailableException("the first answer could not be read in time");
    }

    @Override
    public TopicFollower follow(Topic topic, Optional<Long> sinceMs, TopicFollower.Listener listener) {
        boolean urgent = !topic.equals(Topics.REPORTERS);
        return new TopicFollower(topic, () -> consumer(urgent ? Map.of() : UNHURRIED), sinceMs, listener);
    }

    private Consumer<String, byte[]> consumer() {
        return consumer(Map.of());
    }

    private Consumer<String, byte[]> consumer(Map<String, Object> how) {
        Map<String, Object> config = new HashMap<>(how);
        config.putAll(known(ConsumerConfig.configNames()::contains));
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "vorsprung-ingest-journal");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> known(Predicate<String> isKnown) {
        Map<String, Object> config = new HashMap<>();
        kafka.forEach((name, value) -> {
            if (isKnown.test(name)) {
                config.put(name, value);
            }
        });
        return config;
    }

    private <T> T get(KafkaFuture<T> asked) {
        try {
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaUnavailableException("Kafka did not settle an earlier attempt: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("interrupted while an earlier attempt was settled", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
