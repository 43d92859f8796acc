package vorsprung.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Times how long Kafka takes to acknowledge: the timer {@code vorsprung_publish_seconds} by outcome, {@code
 * acknowledged} or {@code failed}. A batch counts once.
 */
public final class TimedPublisher implements Publisher {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final Publisher publisher;
    private final Timer acknowledged;
    private final Timer failed;

    public TimedPublisher(Publisher publisher, MeterRegistry registry) {
        this.publisher = publisher;
        this.acknowledged = timer(registry, "acknowledged");
        this.failed = timer(registry, "failed");
    }

    @Override
    public CompletableFuture<Published> send(Report report) {
        long began = System.nanoTime();
        return publisher
                .send(report)
                .whenComplete((published, failure) -> record(failure == null ? acknowledged : failed, began));
    }

    @Override
    public List<Published> publishAll(List<Report> reports) {
        long began = System.nanoTime();
        Timer outcome = failed;
        try {
            List<Published> published = publisher.publishAll(reports);
            outcome = acknowledged;
            return published;
        } finally {
            record(outcome, began);
        }
    }

    private static void record(Timer timer, long began) {
        timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("vorsprung.publish")
                .description("How long Kafka took to acknowledge a request's events")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
