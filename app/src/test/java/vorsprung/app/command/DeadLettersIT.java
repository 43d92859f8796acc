package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.event.FundingRound;
import vorsprung.processor.topology.DeadLetter;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/** Dead letters of a real broker, from the list to their ends. */
@ExtendWith(StackExtension.class)
final class DeadLettersIT {

    @Test
    void eachDeadLetterIsShownAndEnded(EmbeddedStack shared) throws ExecutionException, InterruptedException {
        Provisioned stack = Provisioned.on(shared);
        byte[] event = SerdeFactory.serde(stack.settings(), FundingRound.class)
                .serializer()
                .serialize("market.funding-rounds", aRound());
        long mendable = kill(stack, null, event, "the key is null; it must be the event's companyId");
        long hopeless = kill(stack, "x", new byte[] {1, 2, 3}, "the value is no Confluent record");

        assertThat(stack.execute("dead-letters", "list").outLines())
                .anyMatch(line -> line.matches(" *" + mendable
                        + "  open +market.funding-rounds +2 +7  the key is null; it must be the event's companyId"))
                .anyMatch(line -> line.contains("the value is no Confluent record"));
        assertThat(stack.execute("dead-letters", "show", Long.toString(mendable))
                        .out())
                .contains("\"companyId\" : \"retried-labs\"", "\"retry\" : \"would be taken\"");

        assertThat(stack.execute("dead-letters", "retry", Long.toString(mendable))
                        .out())
                .startsWith(mendable + " is now market.funding-rounds~");
        Executed refused = stack.execute("dead-letters", "retry", Long.toString(hopeless));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(hopeless + " would fail again: ");
        assertThat(stack.execute("dead-letters", "discard", Long.toString(hopeless), "--why=a test")
                        .exitCode())
                .isZero();

        assertThat(stack.execute("export").out()).contains("\"eventId\":\"retried\",\"companyId\":\"retried-labs\"");
        assertThat(stack.execute("dead-letters", "list", "--json").out())
                .doesNotContain("\"number\":" + mendable + ",", "\"number\":" + hopeless + ",");
        assertThat(stack.execute("dead-letters", "list", "--all", "--json").outLines())
                .anyMatch(line -> line.contains("\"number\":" + mendable + ",\"state\":\"retried\""))
                .anyMatch(line -> line.contains("\"number\":" + hopeless + ",\"state\":\"discarded\"")
                        && line.contains("\"note\":\"a test\""));
    }

    @Test
    void oneThatThereIsNotIsTold(EmbeddedStack shared) {
        Provisioned stack = Provisioned.on(shared);

        Executed shown = stack.execute("dead-letters", "show", "999999");

        assertThat(shown.exitCode()).isEqualTo(3);
        assertThat(shown.err()).contains("There is no dead letter 999999.");
        assertThat(stack.execute("dead-letters", "discard", "999999").exitCode())
                .isEqualTo(1);
    }

    @Test
    void theDoctorFindsNothingToMend(EmbeddedStack shared) {
        Executed examined = Provisioned.on(shared).execute("doctor", "--group=nobody");

        assertThat(examined.outLines())
                .anyMatch(line -> line.startsWith("ok       broker"))
                .anyMatch(line -> line.startsWith("ok       topics"))
                .anyMatch(line -> line.startsWith("warning  processor"))
                .anyMatch(line -> line.startsWith("ok       registry"))
                .anyMatch(line -> line.startsWith("ok       schemas"));
        assertThat(examined.exitCode()).isZero();
    }

    private static FundingRound aRound() {
        return FundingRound.newBuilder()
                .setEventId("retried")
                .setCompanyId("retried-labs")
                .setOccurredAt(Instant.parse("2025-03-31T00:00:00Z"))
                .setRecordedAt(Instant.parse("2025-04-01T00:00:00Z"))
                .build();
    }

    /** Puts a dead letter where the processor would, and returns its number. */
    private static long kill(Provisioned stack, @Nullable String key, byte[] value, String cause)
            throws ExecutionException, InterruptedException {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(), key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
        Map.of(
                        DeadLetter.CAUSE,
                        cause,
                        DeadLetter.TOPIC,
                        "market.funding-rounds",
                        DeadLetter.PARTITION,
                        "2",
                        DeadLetter.OFFSET,
                        "7")
                .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> config = new HashMap<>(stack.settings());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(letter).get().offset();
        }
    }
}
