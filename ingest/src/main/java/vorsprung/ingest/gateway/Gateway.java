package vorsprung.ingest.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vorsprung.access.Caller;
import vorsprung.http.ProblemException;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;

/** The way of a request's body to Kafka: parsed, checked, published, counted. Knows no HTTP but its problems. */
public final class Gateway {
    private final Intake intake;
    private final Publisher publisher;
    private final Supplier<Optional<String>> kafkaMissing;
    private final GatewayMetrics metrics;

    /** {@code kafkaMissing} says why Kafka cannot be reached, so that nobody waits to find out; empty when it can. */
    public Gateway(
            Intake intake, Publisher publisher, Supplier<Optional<String>> kafkaMissing, MeterRegistry registry) {
        this.intake = intake;
        this.publisher = publisher;
        this.kafkaMissing = kafkaMissing;
        this.metrics = new GatewayMetrics(registry);
    }

    /**
     * Publishes all reports of a body.
     *
     * @param now wall clock, or the time of the first attempt when this is another one
     * @throws ProblemException when the body is not as it must be; nothing is published then
     * @throws KafkaUnavailableException when Kafka is away
     */
    Answer publish(Caller caller, EventType type, byte[] body, Instant now) {
        Batch batch = Batch.parse(type, body);
        List<Accepted> events = check(caller, type, batch, now);
        try {
            kafkaMissing.get().ifPresent(reason -> {
                throw new KafkaUnavailableException(reason);
            });
            List<Published> published = publisher.publishAll(events.stream()
                    .map(event -> new Report(type, event.event()))
                    .toList());
            metrics.count(type, GatewayMetrics.Outcome.PUBLISHED, batch.size());
            return answer(events, published);
        } catch (KafkaUnavailableException e) {
            metrics.count(type, GatewayMetrics.Outcome.UNAVAILABLE, batch.size());
            throw e;
        }
    }

    private List<Accepted> check(Caller caller, EventType type, Batch batch, Instant now) {
        try {
            return batch.check(intake, caller, now);
        } catch (ProblemException e) {
            metrics.count(type, GatewayMetrics.Outcome.REJECTED, batch.size());
            throw e;
        }
    }

    private static Answer answer(List<Accepted> events, List<Published> published) {
        List<ResultView> results = new ArrayList<>();
        Position position = Position.NOWHERE;
        for (int i = 0; i < published.size(); i++) {
            Published each = published.get(i);
            results.add(ResultView.of(each, events.get(i).warnings()));
            position = position.with(each.topic(), each.partition(), each.offset());
        }
        return new Answer(results, position);
    }
}
