package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import vorsprung.processor.topology.TopologyMetrics.Taken;

/**
 * How long it takes from publishing (the record timestamp) until questions see an event. Processing is not enough for
 * that, only its commit is, so the committed stores are looked at again and again while an event is under way.
 *
 * <p>A backfill must not distort it. Imported history is told apart by the label {@code historical}, as with signals;
 * and what is over a day old when it is processed is a replay of the topics, which is counted, not timed.
 */
public final class EventAges {
    private static final Duration REPLAY = Duration.ofDays(1);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final InstantSource clock;
    private final Map<Boolean, Timer> timers;
    private final Counter replayed;
    private final AwaitingCommit<Event> underWay = new AwaitingCommit<>();

    /** When an event was published, and whether it is no news. */
    private record Event(Instant publishedAt, boolean historical) {}

    /** Timers in this registry, there from the start. */
    public EventAges(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.timers = Map.of(true, timer(registry, true), false, timer(registry, false));
        this.replayed = Counter.builder(MetricNames.EVENTS_REPLAYED)
                .description("Events over a day old when they were processed, which are not timed")
                .register(registry);
    }

    /** A report was processed, and waits for its commit. */
    void taken(Taken report) {
        if (report.publishedAt().isBefore(clock.instant().minus(REPLAY))) {
            replayed.increment();
            return;
        }
        underWay.add(
                report.type(),
                report.partition(),
                report.offset(),
                new Event(report.publishedAt(), report.historical()));
    }

    /** Times what can be queried by now. */
    public void look(Committed committed) {
        underWay.look(committed, event -> time(event, clock.instant()));
    }

    /** Clocks of publishers may be ahead; an age is never negative. */
    private void time(Event event, Instant now) {
        Duration age = Duration.between(event.publishedAt(), now);
        Objects.requireNonNull(timers.get(event.historical())).record(age.isNegative() ? Duration.ZERO : age);
    }

    private static Timer timer(MeterRegistry registry, boolean historical) {
        return Timer.builder(MetricNames.EVENT_AGE)
                .description("From publishing until an event can be queried; historical as with signals")
                .tag("historical", Boolean.toString(historical))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
