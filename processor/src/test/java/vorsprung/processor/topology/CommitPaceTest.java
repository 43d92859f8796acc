package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a commit is asked for. */
class CommitPaceTest {
    private static final long NOW = 1_700_000_000_000L;

    private final CommitPace pace = new CommitPace(Duration.ofMillis(40));
    private final MockProcessorContext<byte[], byte[]> one = new MockProcessorContext<>();
    private final MockProcessorContext<byte[], byte[]> other = new MockProcessorContext<>();

    @BeforeEach
    void itIsNow() {
        one.setCurrentSystemTimeMs(NOW);
        other.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void whatWasJustPublishedIsCommittedAtOnceAfterAPause() {
        pace.of(one).processed(NOW - 5);

        assertThat(one.committed()).isTrue();
        assertThat(one.scheduledPunctuators()).isEmpty();
    }

    @Test
    void anotherTaskOfTheThreadNeedNotAskWhileThatCommitIsToCome() {
        pace.of(one).processed(NOW - 5);

        pace.of(other).processed(NOW - 5);

        assertThat(other.committed()).isFalse();
        assertThat(other.scheduledPunctuators()).isEmpty();
    }

    @Test
    void soonAfterACommitTheNextComesWhenTheIntervalIsOver() {
        pace.of(other).committing();
        one.setCurrentSystemTimeMs(NOW + 15);
        CommitPace.Requests requests = pace.of(one);

        requests.processed(NOW + 10);
        requests.processed(NOW + 12);

        assertThat(one.committed()).isFalse();
        assertThat(one.scheduledPunctuators()).hasSize(1);
        CapturedPunctuator timer = one.scheduledPunctuators().get(0);
        assertThat(timer.getInterval()).isEqualTo(Duration.ofMillis(25));
        timer.getPunctuator().punctuate(NOW + 40);
        assertThat(one.committed()).isTrue();
        assertThat(timer.cancelled()).isTrue();
    }

    @Test
    void unlessAllWasCommittedMeanwhile() {
        pace.of(other).committing();
        pace.of(one).processed(NOW);
        pace.of(other).committing();

        one.scheduledPunctuators().get(0).getPunctuator().punctuate(NOW + 40);

        assertThat(one.committed()).isFalse();
    }

    @Test
    void aClockThatWasPutBackHoldsUpNothing() {
        other.setCurrentSystemTimeMs(NOW + 3_600_000);
        pace.of(other).committing();

        pace.of(one).processed(NOW);

        assertThat(one.scheduledPunctuators().get(0).getInterval()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void whatWasPublishedLongAgoIsLeftToKafkaStreams() {
        pace.of(one).processed(NOW - 5_001);

        assertThat(one.committed()).isFalse();
        assertThat(one.scheduledPunctuators()).isEmpty();
    }

    @Test
    void soIsAllWhereTheIntervalIsNoShorterThanThatOfKafkaStreams() {
        new CommitPace(CommitPace.AT_LEISURE).of(one).processed(NOW);

        assertThat(one.committed()).isFalse();
        assertThat(one.scheduledPunctuators()).isEmpty();
    }
}
