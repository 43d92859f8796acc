package vorsprung.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vorsprung.processor.query.NotReadyException;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.topology.TopologyMetrics.Taken;
import vorsprung.topic.EventType;

final class EventAgesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final EventAges ages = new EventAges(registry, () -> now);

    @Test
    void anEventIsTimedFromItsPublishingToTheFirstLookThatFindsItCommitted() {
        ages.taken(published(7, NOON, NOON));

        now = NOON.plusMillis(80);
        ages.look((type, partition) -> 6);
        now = NOON.plusMillis(130);
        ages.look((type, partition) -> 7);
        ages.look((type, partition) -> 7);

        assertThat(timer(false).count()).isEqualTo(1);
        assertThat(timer(false).totalTime(TimeUnit.MILLISECONDS)).isEqualTo(130);
    }

    @Test
    void whatSpeaksOfTheTimeBeforeLastWeekIsToldApart() {
        ages.taken(published(1, NOON, NOON.minus(Duration.ofDays(7))));
        ages.taken(published(2, NOON, NOON.minus(Duration.ofDays(8))));

        ages.look((type, partition) -> 2);

        assertThat(timer(false).count()).isEqualTo(1);
        assertThat(timer(true).count()).isEqualTo(1);
    }

    @Test
    void aReplayIsCountedAndNotTimed() {
        Instant before = NOON.minus(Duration.ofHours(25));
        ages.taken(published(1, before, before));

        ages.look((type, partition) -> 1);

        assertThat(timer(false).count()).isZero();
        assertThat(registry.get(MetricNames.EVENTS_REPLAYED).counter().count()).isEqualTo(1);
    }

    @Test
    void recordsThatAnAbortedTransactionBringsAgainAreTimedOnce() {
        ages.taken(published(1, NOON, NOON));
        ages.taken(published(2, NOON, NOON));
        ages.taken(published(1, NOON, NOON));
        ages.taken(published(2, NOON, NOON));

        ages.look((type, partition) -> 2);

        assertThat(timer(false).count()).isEqualTo(2);
    }

    @Test
    void eventsOfAPartitionThatHasMovedAreForItsNextOwnerToTime() {
        ages.taken(published(1, NOON, NOON));

        ages.look((type, partition) -> {
            throw new NotReadyException("reports-by-company", 0, "it has moved");
        });
        ages.look((type, partition) -> 1);

        assertThat(timer(false).count()).isZero();
    }

    @Test
    void aPublisherWhoseClockIsAheadMakesNoNegativeAge() {
        ages.taken(published(1, NOON.plusSeconds(3), NOON));

        ages.look((type, partition) -> 1);

        assertThat(timer(false).totalTime(TimeUnit.MILLISECONDS)).isZero();
        assertThat(timer(false).count()).isEqualTo(1);
    }

    private static Taken published(long offset, Instant publishedAt, Instant occurredAt) {
        return new Taken(EventType.FUNDING_ROUND, Outcome.Kind.PROCESSED, 0, offset, publishedAt, occurredAt);
    }

    private Timer timer(boolean historical) {
        return registry.get(MetricNames.EVENT_AGE)
                .tag("historical", Boolean.toString(historical))
                .timer();
    }
}
