package vorsprung.app.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vorsprung.event.FundingRound;
import vorsprung.processor.topology.DeadLetter;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/** Leaves dead letters as the processor does; each is named by its number. */
public final class DeadLetters {

    /** Why the event is one whose producer forgot the key. */
    public static final String NO_KEY = "the key is null; it must be the event's companyId";

    private static final String TOPIC = "market.funding-rounds";

    private final Map<String, String> settings;

    /** On the broker and the registry of these settings of clients. */
    public DeadLetters(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Leaves the event of a producer that forgot the key: the round {@code retried} of {@code retried-labs}. */
    public long leaveWithoutKey() throws ExecutionException, InterruptedException {
        try (Serializer<FundingRound> serializer =
                SerdeFactory.serde(settings, FundingRound.class).serializer()) {
            return leave(null, serializer.serialize(TOPIC, aRound()), NO_KEY);
        }
    }

    /** Leaves one that was read at offset 7 of partition 2 of the funding rounds. */
    public long leave(@Nullable String key, byte[] value, String cause)
            throws ExecutionException, InterruptedException {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(), key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
        Map<String, String> headers = Map.of(
                DeadLetter.CAUSE, cause, DeadLetter.TOPIC, TOPIC, DeadLetter.PARTITION, "2", DeadLetter.OFFSET, "7");
        headers.forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(new HashMap<>(settings), new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(letter).get().offset();
        }
    }

    private static FundingRound aRound() {
        return FundingRound.newBuilder()
                .setEventId("retried")
                .setCompanyId("retried-labs")
                .setOccurredAt(Instant.parse("2025-03-31T00:00:00Z"))
                .setRecordedAt(Instant.parse("2025-04-01T00:00:00Z"))
                .build();
    }
}
