package vorsprung.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import vorsprung.processor.query.NotReadyException;
import vorsprung.topic.EventType;

final class EventMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventMetrics metrics = new EventMetrics(registry, new EventAges(registry, InstantSource.system()));

    @Test
    void aDeadLetterCountsOnceItIsCommitted() {
        metrics.deadLetter(EventType.FUNDING_ROUND, 0, 5);

        metrics.look((type, partition) -> 4);
        assertThat(deadLetters()).isZero();
        metrics.look((type, partition) -> 5);
        metrics.look((type, partition) -> 5);

        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void aDeadLetterThatIsNeverWrittenDoesNotCount() {
        metrics.deadLetter(EventType.FUNDING_ROUND, 0, 5);

        metrics.look((type, partition) -> 4);
        // its stream thread dies
        metrics.look((type, partition) -> {
            throw new NotReadyException("reports-by-company", 0, "it is not processed here");
        });
        metrics.look((type, partition) -> 6);

        assertThat(deadLetters()).isZero();
    }

    @Test
    void aDeadLetterThatAnAbortedTransactionBringsAgainCountsOnce() {
        metrics.deadLetter(EventType.FUNDING_ROUND, 0, 5);
        metrics.deadLetter(EventType.FUNDING_ROUND, 0, 5);

        metrics.look((type, partition) -> 5);

        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void eachPartitionOfEachTypeHasItsOwn() {
        metrics.deadLetter(EventType.FUNDING_ROUND, 0, 5);
        metrics.deadLetter(EventType.FUNDING_ROUND, 1, 5);
        metrics.deadLetter(EventType.LEAD_CLAIM, 0, 5);

        metrics.look((type, partition) -> type == EventType.FUNDING_ROUND && partition == 1 ? 5 : 4);

        assertThat(deadLetters()).isEqualTo(1);
        assertThat(deadLetters(EventType.LEAD_CLAIM)).isZero();
    }

    @Test
    void ofSoManyThatTheyCannotAllBeKeptInMindTheOthersCountAtOnce() {
        for (int offset = 0; offset < EventsUnderWay.MOST + 3; offset++) {
            metrics.deadLetter(EventType.FUNDING_ROUND, 0, offset);
        }

        assertThat(deadLetters()).isEqualTo(3);
    }

    private double deadLetters() {
        return deadLetters(EventType.FUNDING_ROUND);
    }

    private double deadLetters(EventType type) {
        return registry.get(MetricNames.EVENTS)
                .tags("type", type.label(), "outcome", "dead_letter")
                .counter()
                .count();
    }
}
