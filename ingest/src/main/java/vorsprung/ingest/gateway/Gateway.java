package vorsprung.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import vorsprung.access.Caller;
import vorsprung.http.Problem.BadField;
import vorsprung.http.ProblemException;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.intake.Outcome;
import vorsprung.ingest.intake.RawReport;
import vorsprung.ingest.intake.Rejected;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.publish.Reservation;
import vorsprung.ingest.publish.Submission;
import vorsprung.ingest.publish.journal.AttemptKey;
import vorsprung.rule.FieldError;

/** The way of a request's body to Kafka: parsed, checked, published, counted. Knows no HTTP but its problems. */
public final class Gateway implements AutoCloseable {
    private final Intake intake;
    private final KafkaSide kafka;
    private final GatewayMetrics metrics;
    private final InstantSource clock;
    private final Corrections corrections;
    private final Books books;
    private final Repeats repeats;
    private final Patience patience;

    public Gateway(Intake intake, KafkaSide kafka, MeterRegistry registry, InstantSource clock) {
        this.intake = intake;
        this.kafka = kafka;
        this.metrics = new GatewayMetrics(registry);
        this.clock = clock;
        this.corrections = new Corrections(kafka.reporters());
        this.books = new Books(kafka.reporters());
        this.repeats = new Repeats(kafka.attempts(), kafka.submissions());
        this.patience = new Patience(kafka.missing());
    }

    /**
     * Publishes all reports of a body.
     *
     * @throws ProblemException when the body is not as it must be, or the caller may not; nothing is published then
     * @throws KafkaUnavailableException when Kafka is away
     */
    Answer publish(Request request, byte[] body) {
        AtomicInteger size = new AtomicInteger();
        try {
            Answer answer = patience.await(() -> published(request, body, size), () -> size.get() > 0);
            metrics.count(
                    request.type(),
                    answer.repeated() ? GatewayMetrics.Outcome.REPEATED : GatewayMetrics.Outcome.PUBLISHED,
                    size.get());
            return answer;
        } catch (ProblemException e) {
            metrics.count(request.type(), GatewayMetrics.Outcome.REJECTED, size.get());
            throw e;
        } catch (KafkaUnavailableException e) {
            metrics.count(request.type(), GatewayMetrics.Outcome.UNAVAILABLE, size.get());
            throw e;
        }
    }

    /** All on one thread, since what it has read and checked is near to its processor when it is written. */
    private Answer published(Request request, byte[] body, AtomicInteger size) {
        Instant now = clock.instant();
        Batch batch = Batch.read(request, body, intake, now);
        size.set(batch.size());
        return request.key().isPresent() ? once(request, batch, body, now) : straight(request, batch, now);
    }

    private Answer straight(Request request, Batch batch, Instant now) {
        List<Accepted> events = batch.accepted(request.caller());
        checkKafka();
        Prepared prepared = prepared(request, batch, events, now);
        return kafka.submissions().reserve(producer -> write(prepared, producer, Optional.empty()));
    }

    private Answer once(Request request, Batch batch, byte[] body, Instant now) {
        checkKafka();
        AttemptKey key = new AttemptKey(request.caller().name(), request.key().orElseThrow());
        return repeats.once(
                key,
                Digest.of(request.type(), body),
                () -> prepared(request, batch, batch.accepted(request.caller()), now),
                (prepared, producer, closing) -> write(prepared, producer, Optional.of(closing)));
    }

    /** One line of a stream, checked for itself. */
    BulkLine check(Request request, long line, JsonNode report) {
        Caller caller = request.caller();
        Outcome outcome = outcome(request, report);
        if (outcome instanceof Rejected rejected) {
            return BulkLine.bad(
                    line,
                    rejected.errors().stream().map(error -> Batch.at("", error)).toList());
        }
        Accepted accepted = (Accepted) outcome;
        return Byline.refusal(new Report(accepted.type(), accepted.event()), caller)
                .map(reason -> BulkLine.bad(line, List.of(new BadField("source", reason))))
                .orElseGet(() -> BulkLine.good(line, accepted));
    }

    private Outcome outcome(Request request, JsonNode report) {
        return report instanceof ObjectNode object
                ? intake.accept(Byline.sign(RawReport.of(request.type(), object), request.caller()), clock.instant())
                : intake.accept(request.type(), report, clock.instant());
    }

    /** The same lines, those turned bad that the caller may not publish because of who reported their facts. */
    List<BulkLine> allowed(Request request, List<BulkLine> lines) {
        List<BulkLine> good = lines.stream().filter(BulkLine::isGood).toList();
        Iterator<Optional<String>> refusals = patience.await(() ->
                        corrections.refusals(good.stream().map(Gateway::report).toList(), request.caller()))
                .iterator();
        return lines.stream()
                .map(line -> line.isGood()
                        ? refusals.next()
                                .map(reason -> BulkLine.bad(line.line(), reason))
                                .orElse(line)
                        : line)
                .toList();
    }

    /** Publishes the events of these lines, all or none. */
    List<Published> publishLines(Request request, List<BulkLine> lines) {
        checkKafka();
        List<Report> reports = lines.stream().map(Gateway::report).toList();
        List<Companion> beside = books.of(request, reports, clock.instant());
        List<Published> published = patience.await(() -> kafka.submissions()
                .reserve(producer -> producer.write(new Submission(reports, beside, Optional.empty()))));
        metrics.count(request.type(), GatewayMetrics.Outcome.PUBLISHED, published.size());
        return published;
    }

    /** Counts lines that were not published. */
    void countLines(Request request, GatewayMetrics.Outcome outcome, int lines) {
        metrics.count(request.type(), outcome, lines);
    }

    private static Report report(BulkLine line) {
        return new Report(line.accepted().type(), line.accepted().event());
    }

    /** Goes on only when Kafka can be reached. */
    void checkKafka() {
        kafka.missing().get().ifPresent(reason -> {
            throw new KafkaUnavailableException(reason);
        });
    }

    private Prepared prepared(Request request, Batch batch, List<Accepted> events, Instant now) {
        List<Report> reports = events.stream()
                .map(event -> new Report(event.type(), event.event()))
                .toList();
        List<Optional<String>> refusals = corrections.refusals(reports, request.caller());
        List<BadField> refused = new ArrayList<>();
        for (int i = 0; i < refusals.size(); i++) {
            Optional<String> refusal = refusals.get(i);
            if (refusal.isPresent()) {
                refused.add(Batch.at(batch.path(i), new FieldError("", refusal.get())));
            }
        }
        if (!refused.isEmpty()) {
            throw Batch.forbidden(refused);
        }
        return new Prepared(events, books.of(request, reports, now));
    }

    private static Answer write(
            Prepared prepared, Reservation producer, Optional<Function<List<Published>, Companion>> closing) {
        List<Published> published = producer.write(new Submission(prepared.reports(), prepared.beside(), closing));
        return Answer.of(published, prepared.warnings());
    }

    @Override
    public void close() {
        patience.close();
    }
}
