package vorsprung.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Times how long Kafka takes to acknowledge: the timer {@code vorsprung_publish_seconds} by outcome, {@code
 * acknowledged} or {@code failed}. A batch counts once.
 */
public final class TimedSubmissions implements Submissions {
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

    private final Submissions submissions;
    private final Timer acknowledged;
    private final Timer failed;

    public TimedSubmissions(Submissions submissions, MeterRegistry registry) {
        this.submissions = submissions;
        this.acknowledged = timer(registry, "acknowledged");
        this.failed = timer(registry, "failed");
    }

    @Override
    public <T> T reserve(Function<Reservation, T> work) {
        return submissions.reserve(reserved -> work.apply(new Timed(reserved)));
    }

    private final class Timed implements Reservation {
        private final Reservation reserved;

        Timed(Reservation reserved) {
            this.reserved = reserved;
        }

        @Override
        public String transactionalId() {
            return reserved.transactionalId();
        }

        @Override
        public List<Published> write(Submission submission) {
            long began = System.nanoTime();
            Timer outcome = failed;
            try {
                List<Published> published = reserved.write(submission);
                outcome = acknowledged;
                return published;
            } finally {
                outcome.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
        }
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("vorsprung.publish")
                .description("How long Kafka took to acknowledge a request's events")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
