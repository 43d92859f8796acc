package vorsprung.app.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.app.deadletter.Decision.Kind;
import vorsprung.processor.report.WireEventReader;
import vorsprung.rule.EventRules;
import vorsprung.topic.EventType;

/**
 * Ends dead letters: sends one to its topic again, byte for byte, or discards it, and records the decision. The key is
 * the event's own id, and Kafka's own hash of it chooses the partition, so that a wrong key or a wrong partition is
 * mended on the way.
 */
public final class Redrive implements AutoCloseable {
    /** Header of a record that was sent again: the dead letter it was. */
    public static final String RETRY_OF = "vorsprung.retry-of";

    private final WireEventReader reader;
    private final Producer<byte[], byte[]> producer;
    private final Decisions decisions;
    private final InstantSource clock;

    /** Settings of Kafka's clients, of the registry and of the serde, under their own names. */
    public Redrive(Map<String, String> settings, Decisions decisions, InstantSource clock) {
        this.reader = new WireEventReader(settings);
        this.producer = producer(settings);
        this.decisions = decisions;
        this.clock = clock;
    }

    private static Producer<byte[], byte[]> producer(Map<String, String> settings) {
        Map<String, Object> config = new HashMap<>();
        settings.forEach((name, value) -> {
            if (ProducerConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Why it would be a dead letter again; absent when its topic would take it now. */
    public Optional<String> obstacle(DeadLetter letter) {
        Optional<EventType> type = letter.type();
        if (type.isEmpty()) {
            return Optional.of("it came from \"" + letter.topic() + "\", which is no topic of events");
        }
        if (letter.value().isEmpty()) {
            return Optional.of("its value is null; a fact is removed by a report with retracted = true");
        }
        try {
            return EventRules.check(type.get(), read(type.get(), letter), clock.instant()).stream()
                    .map(String::valueOf)
                    .reduce((left, right) -> left + "; " + right);
        } catch (SerializationException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** The event that the bytes hold; absent when they cannot be read. */
    public Optional<SpecificRecord> event(DeadLetter letter) {
        try {
            return letter.type().filter(type -> letter.value().isPresent()).map(type -> read(type, letter));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    /**
     * Sends it to its topic again and records that; returns where it lies now. To be called without an
     * {@link #obstacle} only.
     *
     * @throws KafkaException when Kafka does not take it
     */
    public String retry(DeadLetter letter) throws InterruptedException {
        EventType type = letter.type().orElseThrow();
        String key = type.keyOf(read(type, letter));
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                type.topic(),
                null,
                clock.millis(),
                key.getBytes(StandardCharsets.UTF_8),
                letter.value().orElseThrow());
        letter.publishersHeaders()
                .forEach((name, value) -> again.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        again.headers().remove(RETRY_OF);
        again.headers().add(RETRY_OF, ("market.dead-letters~0~" + letter.number()).getBytes(StandardCharsets.UTF_8));
        String place = send(again);
        decisions.record(letter.number(), new Decision(Kind.RETRIED, clock.instant(), place));
        return place;
    }

    /** Records that it will never be used, and why. */
    public void discard(DeadLetter letter, String why) {
        decisions.record(letter.number(), new Decision(Kind.DISCARDED, clock.instant(), why));
    }

    @Override
    public void close() {
        producer.close();
    }

    private SpecificRecord read(EventType type, DeadLetter letter) {
        return reader.read(type, ByteBuffer.wrap(letter.value().orElseThrow()));
    }

    private String send(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            RecordMetadata written = producer.send(record).get();
            return written.topic() + "~" + written.partition() + "~" + written.offset();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
