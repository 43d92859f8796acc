package vorsprung.ingest.publish.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistryException;
import vorsprung.wire.UnknownSchemaException;

final class TopicFollowerTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REPORTERS.name(), 0);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final TopicFollower follower =
            new TopicFollower(Topics.REPORTERS, () -> consumer, Optional.empty(), record -> {
                if (record.value().length == 0) {
                    throw new IllegalArgumentException("unreadable");
                }
                if (record.value().length == 2) {
                    throw new UnknownSchemaException(7, "a registry");
                }
                seen.add(record.offset());
            });

    @BeforeEach
    void anEmptyTopic() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        end(0);
    }

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void itCannotBeReliedOnBeforeTheEndIsReached() {
        end(2);
        assertThat(follower.missing()).isPresent();

        follower.start();
        arrive(0, 1);
        assertThat(follower.missing().orElseThrow()).contains("market.reporters");
        arrive(1, 1);

        Awaitility.await().untilAsserted(() -> assertThat(follower.missing()).isEmpty());
        assertThat(seen).containsExactly(0L, 1L);
    }

    @Test
    void catchingUpWaitsForWhatWasThereWhenItBegan() {
        follower.start();
        Awaitility.await().untilAsserted(() -> assertThat(follower.missing()).isEmpty());
        end(1);

        assertThatThrownBy(() -> follower.catchUp(Duration.ofMillis(300)))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageContaining("market.reporters")
                .hasMessageContaining("300 ms");
        arrive(0, 1);
        follower.catchUp(LONG);

        assertThat(seen).containsExactly(0L);
    }

    @Test
    void aRecordThatCannotBeReadDoesNotHideTheNext() {
        follower.start();
        arrive(0, 0);
        arrive(1, 2);
        arrive(2, 1);
        follower.await(3, LONG);

        assertThat(seen).containsExactly(2L);
    }

    @Test
    void whatARegistryThatIsAwayDidNotLetReadIsReadWhenItIsBack() {
        AtomicBoolean away = new AtomicBoolean(true);
        List<MockConsumer<String, byte[]>> consumers = List.of(consumer, new MockConsumer<>("earliest"));
        consumers.get(1).updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumers.get(1).updateEndOffsets(Map.of(PARTITION, 1L));
        Iterator<MockConsumer<String, byte[]>> next = consumers.iterator();
        TopicFollower patient = new TopicFollower(Topics.REPORTERS, next::next, Optional.empty(), record -> {
            if (away.getAndSet(false)) {
                throw new SchemaRegistryException("no answer", new IllegalStateException());
            }
            seen.add(record.offset());
        });
        end(1);
        consumers.forEach(each -> each.schedulePollTask(
                () -> each.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "k", new byte[1]))));

        try (patient) {
            patient.start();
            Awaitility.await().untilAsserted(() -> assertThat(patient.missing()).isEmpty());
        }

        assertThat(seen).containsExactly(0L);
    }

    private void end(long offset) {
        consumer.updateEndOffsets(Map.of(PARTITION, offset));
    }

    private void arrive(long offset, int length) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, "k", new byte[length])));
    }
}
