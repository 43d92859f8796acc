package vorsprung.app.documentation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.app.demo.DemoProcess;
import vorsprung.event.FundingRound;
import vorsprung.processor.topology.DeadLetter;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/** Dead letters as the processor leaves them: events of a producer that forgot the key. */
final class DeadLetters {

    private static final String TOPIC = "market.funding-rounds";
    private static final Map<String, String> HEADERS = Map.of(
            DeadLetter.CAUSE, "the key is null; it must be the event's companyId",
            DeadLetter.TOPIC, TOPIC,
            DeadLetter.PARTITION, "2",
            DeadLetter.OFFSET, "7");

    private DeadLetters() {}

    /** Leaves as many, numbered from 0. */
    static void leave(int count, DemoProcess demo) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", demo.kafka(), "schema.registry.url", demo.registry());
        byte[] event =
                SerdeFactory.serde(settings, FundingRound.class).serializer().serialize(TOPIC, aRound());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(new HashMap<>(settings), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(letter(event)).get();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(byte[] event) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS.name(), event);
        HEADERS.forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return letter;
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
