package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.finances;
import static vorsprung.processor.topology.Events.result;
import static vorsprung.processor.topology.Events.round;
import static vorsprung.processor.topology.TopologyFixture.NOW;
import static vorsprung.processor.topology.TopologyFixture.header;
import static vorsprung.processor.topology.TopologyFixture.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.Question;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;
import vorsprung.topic.Topics;

/** What cannot be used goes to the dead letters with its cause and its place, and processing goes on. */
class DeadLettersTest {
    private final TopologyFixture market = new TopologyFixture();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void foreignBytes() {
        refused(utf8("openai"), utf8("{\"amountUsd\": 1}"));

        assertThat(cause()).contains("starts with 0x7b, not with 0x00");
    }

    @Test
    void anEmptyValue() {
        refused(utf8("openai"), new byte[0]);

        assertThat(cause()).isNotEmpty();
    }

    @Test
    void anUnknownSchemaId() {
        byte[] value = wire(round("openai", "f-1", "2025-03-31").build());
        value[1] = 0x7F;

        refused(utf8("openai"), value);

        assertThat(cause()).contains("schema");
    }

    @Test
    void bytesThatAreCutOff() {
        byte[] whole = wire(round("openai", "f-1", "2025-03-31").build());
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        refused(utf8("openai"), half);

        assertThat(cause()).isNotEmpty();
    }

    @Test
    void anEventOfAnotherTopic() {
        refused(utf8("openai"), wire(finances("openai", "f-1", "2025-03-31").build()));

        assertThat(cause()).contains("FinancialReport");
    }

    @Test
    void aNullKey() {
        refused(null, wire(round("openai", "f-1", "2025-03-31").build()));

        assertThat(cause()).isEqualTo("the key is null; it must be the event's companyId");
    }

    @Test
    void aTombstone() {
        refused(utf8("openai"), null);

        assertThat(cause()).contains("tombstone").contains("retracted = true");
    }

    @Test
    void aKeyThatIsNotTheRecordsOwnId() {
        refused(utf8("anthropic"), wire(round("openai", "f-1", "2025-03-31").build()));

        assertThat(cause()).isEqualTo("the key is anthropic, the event's companyId is openai; they must be the same");
    }

    @Test
    void aPartitionThatKafkasHashOfTheKeyDoesNotChoose() {
        try (TopologyFixture fourPartitions = new TopologyFixture(4)) {
            fourPartitions.publish(round("openai", "f-1", "2025-03-31").build());

            assertThat(fourPartitions.deadLetters())
                    .extracting(letter -> header(letter, DeadLetter.CAUSE))
                    .containsExactly("key openai is on partition 0, Kafka's own hash chooses 3; "
                            + "set the client's partitioner to murmur2_random");
        }
    }

    @Test
    void aScoreThatIsNoNumber() {
        market.publish(
                result("mmlu", "openai/gpt-4", "r-1", "2023-03-14", Double.NaN).build());

        assertThat(cause()).isEqualTo("score: NaN is not a finite number");
        assertThat(market.counts()).isEqualTo(Map.of("benchmark-result DEAD_LETTER", 1));
    }

    @Test
    void aNegativeAmount() {
        refused(round("openai", "f-1", "2025-03-31").setAmountUsd(-1L).build());

        assertThat(cause()).isEqualTo("amountUsd: -1 is negative; absent means unknown");
    }

    @Test
    void aDateBefore1950() {
        refused(round("openai", "f-1", "0202-07-30").setRecordedAt(null).build());

        assertThat(cause()).isEqualTo("occurredAt: 0202-07-30T00:00:00Z lies before 1950; check the year");
    }

    @Test
    void aDateMoreThanTenYearsAhead() {
        refused(round("openai", "f-1", "2036-01-02").setRecordedAt(null).build());

        assertThat(cause()).contains("more than ten years ahead");
    }

    @Test
    void aRecordedAtAnHourAhead() {
        refused(round("openai", "f-1", "2025-03-31")
                .setRecordedAt(NOW.plus(Duration.ofHours(1)))
                .build());

        assertThat(cause()).contains("recordedAt: 2026-01-01T01:00:00Z lies in the future");
    }

    @Test
    void anIdThatIsNoSlug() {
        refused(round("OpenAI", "f-1", "2025-03-31").build());

        assertThat(cause()).contains("companyId: \"OpenAI\" is not a slug");
    }

    @Test
    void aValueThatFitsNoChangelog() {
        byte[] value = new byte[Topics.LARGEST_EVENT_BYTES + 1];

        market.pipe(EventType.FUNDING_ROUND, utf8("openai"), value);

        assertThat(market.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetter.CAUSE)).isEqualTo("the value has 983041 bytes; at most 983040");
            assertThat(letter.value()).isEqualTo(value);
        });
    }

    @Test
    void ofAValueThatFitsNoTopicOnlyCauseAndPlaceAreLeft() {
        market.pipe(EventType.FUNDING_ROUND, utf8("openai"), new byte[Topics.LARGEST_RECORD_BYTES]);

        assertThat(market.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isNull();
            assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("0");
            assertThat(header(letter, DeadLetter.CAUSE))
                    .isEqualTo("the value has 4194304 bytes; at most 983040; left out here, where it would be 4194310"
                            + " bytes: read it there");
        });
    }

    @Test
    void theLetterIsTheRecordAsItCameWithItsPlaceInHeaders() {
        market.publish(round("openai", "f-1", "2025-03-31").build());

        market.pipe(EventType.FUNDING_ROUND, utf8("openai"), utf8("nonsense"));

        assertThat(market.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(utf8("openai"));
            assertThat(letter.value()).isEqualTo(utf8("nonsense"));
            assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("market.funding-rounds");
            assertThat(header(letter, DeadLetter.PARTITION)).isEqualTo("0");
            assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("1");
        });
    }

    @Test
    void aLetterThatIsRedrivenAndRefusedAgainBearsItsNewPlace() {
        market.pipe(EventType.FUNDING_ROUND, utf8("openai"), utf8("nonsense"));
        TestRecord<byte[], byte[]> letter = market.deadLetters().get(0);

        market.pipe(EventType.FUNDING_ROUND, letter);

        assertThat(market.deadLetters()).singleElement().satisfies(again -> {
            assertThat(header(again, DeadLetter.OFFSET)).isEqualTo("1");
            assertThat(again.headers().headers(DeadLetter.OFFSET)).hasSize(1);
        });
    }

    @Test
    void processingGoesOnBehindALetter() {
        market.pipe(EventType.FUNDING_ROUND, utf8("openai"), utf8("nonsense"));
        market.publish(round("openai", "f-1", "2025-03-31").setAmountUsd(40L).build());

        assertThat(market.queries().companies().company("openai", new Question(NOW, NOW, Set.of())))
                .map(Company::totalRaisedUsd)
                .contains(40L);
        assertThat(market.counts()).isEqualTo(Map.of("funding-round DEAD_LETTER", 1, "funding-round PROCESSED", 1));
    }

    @Test
    void aLetterMovesThePosition() {
        Position letter = market.pipe(EventType.FUNDING_ROUND, utf8("openai"), utf8("nonsense"));

        assertThat(market.queries().progress().hasReached(letter)).isTrue();
        assertThat(market.queries().progress().offsets(EventType.FUNDING_ROUND)).isEqualTo(Map.of(0, 0L));
    }

    @Test
    void aDuplicateMovesThePosition() {
        SpecificRecord event = round("openai", "f-1", "2025-03-31").build();
        market.publish(event);

        Position duplicate = market.publish(event);

        assertThat(market.queries().progress().hasReached(duplicate)).isTrue();
        assertThat(market.queries().progress().hasReached(Position.NOWHERE.with("market.funding-rounds", 0, 2)))
                .isFalse();
    }

    private void refused(SpecificRecord event) {
        market.publish(event);
        assertThat(market.counts()).isEqualTo(Map.of("funding-round DEAD_LETTER", 1));
    }

    private void refused(byte @Nullable [] key, byte @Nullable [] value) {
        market.pipe(EventType.FUNDING_ROUND, key, value);
        assertThat(market.counts()).isEqualTo(Map.of("funding-round DEAD_LETTER", 1));
    }

    private String cause() {
        return header(market.deadLetters().get(0), DeadLetter.CAUSE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
