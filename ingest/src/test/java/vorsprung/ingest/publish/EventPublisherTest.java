package vorsprung.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingRound;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistryException;

final class EventPublisherTest {
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");

    private final FakeProducers producers = new FakeProducers();
    private final EventPublisher publisher =
            new EventPublisher(producers, 1, Duration.ofMillis(200), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void anEventIsKeyedByItsSubjectAndStampedWithTheWallClock() {
        CompletableFuture<Published> sent = publisher.send(round("a"));

        ProducerRecord<String, SpecificRecord> record =
                producers.singles.get(0).history().get(0);
        assertThat(record.topic()).isEqualTo("market.funding-rounds");
        assertThat(record.key()).isEqualTo("openai");
        assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(record.partition()).isNull();
        assertThat(sent).isNotDone();

        producers.singles.get(0).completeNext();

        assertThat(sent).isCompletedWithValue(new Published("a", "market.funding-rounds", 0, 0));
    }

    @Test
    void eventsOfOneKeyKeepTheirOrderWhileManyAreUnderWay() {
        List<CompletableFuture<Published>> sent =
                List.of(publisher.send(round("a")), publisher.send(round("b")), publisher.send(round("c")));

        for (int i = 0; i < 3; i++) {
            producers.singles.get(0).completeNext();
        }

        assertThat(sent.stream().map(CompletableFuture::join))
                .extracting(Published::eventId, Published::offset)
                .containsExactly(tuple("a", 0L), tuple("b", 1L), tuple("c", 2L));
    }

    @Test
    void anEventThatKafkaDoesNotAcknowledgeFailsAsUnavailable() {
        CompletableFuture<Published> sent = publisher.send(round("a"));

        producers.singles.get(0).errorNext(new TimeoutException("expired"));

        assertThat(sent)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(KafkaUnavailableException.class)
                .withMessageContaining("expired");
    }

    @Test
    void aRegistryThatIsAwayIsNamedInTheFailure() {
        CompletableFuture<Published> unused = publisher.send(round("a"));
        producers.singles.get(0).sendException = new SchemaRegistryException("no answer", new IllegalStateException());

        assertThatThrownBy(() -> publisher.write(companion()))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining("the schema registry");
    }

    @Test
    void anEventThatIsTooLargeIsTheSendersMatter() {
        CompletableFuture<Published> unused = publisher.send(round("a"));
        producers.singles.get(0).sendException = new RecordTooLargeException("2 MB");

        assertThatThrownBy(() -> publisher.write(companion())).isInstanceOf(EventTooLargeException.class);
    }

    @Test
    void aProducerThatFailedForGoodIsReplaced() {
        CompletableFuture<Published> failed = publisher.send(round("a"));
        producers.singles.get(0).errorNext(new ProducerFencedException("gone"));

        CompletableFuture<Published> unused = publisher.send(round("b"));

        assertThat(failed).isCompletedExceptionally();
        assertThat(producers.singles).hasSize(2);
        assertThat(producers.singles.get(0).closed()).isTrue();
        assertThat(producers.singles.get(1).history()).hasSize(1);
    }

    @Test
    void aBatchIsOneTransaction() {
        List<Published> published = publish(round("a"), round("b"));

        MockProducer<String, SpecificRecord> producer = producers.transactional.get(0);
        assertThat(published).extracting(Published::eventId).containsExactly("a", "b");
        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history()).hasSize(2);
        assertThat(producers.singles).isEmpty();
    }

    @Test
    void aBatchThatFailsHalfwayIsAbortedAndTheNextOneIsWritten() {
        publish(round("a"), round("b"));
        MockProducer<String, SpecificRecord> producer = producers.transactional.get(0);
        producer.sendException = new TimeoutException("no room");

        assertThatThrownBy(() -> publish(round("c"), round("d"))).isInstanceOf(KafkaUnavailableException.class);
        producer.sendException = null;
        publish(round("e"), round("f"));

        assertThat(producers.transactional).hasSize(1);
        assertThat(producer.history())
                .extracting(record -> ((FundingRound) record.value()).getEventId())
                .containsExactly("a", "b", "e", "f");
    }

    @Test
    void aFencedProducerIsReplaced() {
        publish(round("a"), round("b"));
        producers.transactional.get(0).fenceProducer();

        assertThatThrownBy(() -> publish(round("c"), round("d"))).isInstanceOf(KafkaUnavailableException.class);
        publish(round("e"), round("f"));

        assertThat(producers.transactional).hasSize(2);
        assertThat(producers.transactional.get(0).closed()).isTrue();
        assertThat(producers.transactional.get(1).history()).hasSize(2);
    }

    @Test
    void aCommitWithoutAnAnswerLeavesItToTheNextProducerToSettle() {
        publish(round("a"), round("b"));
        MockProducer<String, SpecificRecord> producer = producers.transactional.get(0);
        producer.commitTransactionException = new TimeoutException("no answer");
        producer.abortTransactionException = new IllegalStateException("commit must be retried");

        assertThatThrownBy(() -> publish(round("c"), round("d"))).isInstanceOf(KafkaUnavailableException.class);
        publish(round("e"), round("f"));

        assertThat(producers.transactional).hasSize(2);
    }

    @Test
    void aBatchThatCannotEvenBeginLeavesNoProducerBehind() {
        producers.initFailure = new TimeoutException("no coordinator");

        assertThatThrownBy(() -> publish(round("a"), round("b")))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining("no coordinator");
        producers.initFailure = null;
        publish(round("c"), round("d"));

        assertThat(producers.transactional.get(0).closed()).isTrue();
        assertThat(producers.transactional.get(1).history()).hasSize(2);
    }

    @Test
    void concurrentBatchesEachHaveTheirTransaction() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<List<Published>>> batches = new ArrayList<>();

        for (int i = 0; i < 50; i++) {
            String id = "e" + i;
            batches.add(threads.submit(() -> publish(round(id), round(id + "x"))));
        }
        Awaitility.await().until(() -> batches.stream().allMatch(Future::isDone));

        for (Future<List<Published>> batch : batches) {
            assertThat(batch.get()).hasSize(2);
        }
        assertThat(producers.transactional).hasSize(1);
        assertThat(producers.transactional.get(0).commitCount()).isEqualTo(50);
        threads.shutdown();
    }

    private List<Published> publish(Report... reports) {
        return publisher.reserve(
                producer -> producer.write(new Submission(List.of(reports), List.of(), Optional.empty())));
    }

    private static Companion companion() {
        Report report = round("b");
        return new Companion(Topics.PUBLISH_ATTEMPTS, report.key(), report.event());
    }

    private static Report round(String eventId) {
        FundingRound round = FundingRound.newBuilder()
                .setEventId(eventId)
                .setCompanyId("openai")
                .setOccurredAt(NOW)
                .build();
        return new Report(EventType.FUNDING_ROUND, round);
    }

    /** Hands out Kafka's own mock producers. */
    private static final class FakeProducers implements Producers {
        final List<MockProducer<String, SpecificRecord>> singles = new ArrayList<>();
        final List<MockProducer<String, SpecificRecord>> transactional = new ArrayList<>();

        @Nullable RuntimeException initFailure;

        @Override
        public Producer<String, SpecificRecord> idempotent() {
            singles.add(producer(false));
            return singles.get(singles.size() - 1);
        }

        @Override
        public String transactionalId(int number) {
            return "test-" + number;
        }

        @Override
        public Producer<String, SpecificRecord> transactional(int number) {
            MockProducer<String, SpecificRecord> producer = producer(true);
            producer.initTransactionException = initFailure;
            transactional.add(producer);
            return producer;
        }

        private static MockProducer<String, SpecificRecord> producer(boolean completes) {
            @Nullable Partitioner none = null;
            return new MockProducer<>(completes, none, new StringSerializer(), (topic, event) -> new byte[1]);
        }
    }
}
