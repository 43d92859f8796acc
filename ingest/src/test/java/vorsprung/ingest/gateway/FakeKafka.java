package vorsprung.ingest.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.EventTooLargeException;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.publish.Reservation;
import vorsprung.ingest.publish.Submission;
import vorsprung.ingest.publish.Submissions;
import vorsprung.ingest.publish.journal.ReporterBook;
import vorsprung.ingest.publish.journal.Reporters;
import vorsprung.publication.Reporter;

/** Keeps in memory what is published, or fails as told. */
final class FakeKafka implements Submissions, Reporters {
    final List<Report> reports = new ArrayList<>();
    final List<Companion> beside = new ArrayList<>();
    final FakeAttemptLog attempts = new FakeAttemptLog();
    private final ReporterBook book = new ReporterBook(1_000);

    @Nullable RuntimeException failure;

    /** Whether a failing publish has written all the same, as when only the acknowledgement is lost. */
    boolean writesThoughFailing;

    /** Counted down when a write begins. */
    final CountDownLatch reached = new CountDownLatch(1);

    /** What a write waits for. */
    CountDownLatch released = new CountDownLatch(0);

    /** How often it writes before it fails. */
    int writesBeforeFailing;

    /** A word that makes an event too large. */
    Optional<String> tooLarge = Optional.empty();

    /** Whether it is known who reported what. */
    boolean knowsReporters = true;

    volatile Optional<String> missing = Optional.empty();

    KafkaSide side() {
        return new KafkaSide(this, this, attempts, () -> missing);
    }

    @Override
    public <T> T reserve(Function<Reservation, T> work) {
        return work.apply(new Reservation() {
            @Override
            public String transactionalId() {
                return "fake-0";
            }

            @Override
            public List<Published> write(Submission submission) {
                return writeAll(submission);
            }
        });
    }

    /** Forgets the events, but not who reported them. */
    synchronized void forget() {
        reports.clear();
        beside.clear();
    }

    private List<Published> writeAll(Submission submission) {
        reached.countDown();
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the write");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return writeNow(submission);
    }

    private synchronized List<Published> writeNow(Submission submission) {
        if (failure != null && !writesThoughFailing && writesBeforeFailing-- <= 0) {
            throw failure;
        }
        if (submission.reports().stream().anyMatch(this::isTooLarge)) {
            throw new EventTooLargeException("the event is too large", new IllegalArgumentException());
        }
        List<Published> published =
                submission.reports().stream().map(this::write).toList();
        submission.beside().forEach(this::write);
        submission.closing().ifPresent(make -> attempts.answered(make.apply(published)));
        if (failure != null && writesThoughFailing) {
            throw failure;
        }
        return published;
    }

    private boolean isTooLarge(Report report) {
        return tooLarge.isPresent() && report.event().toString().contains(tooLarge.get());
    }

    private Published write(Report report) {
        reports.add(report);
        return new Published(report.eventId(), report.type().topic(), 1, reports.size() - 1L);
    }

    private void write(Companion companion) {
        beside.add(companion);
        if (companion.value() instanceof Reporter reporter) {
            book.add(reporter);
        }
    }

    @Override
    public void catchUp() {
        if (!knowsReporters) {
            throw new KafkaUnavailableException("market.reporters has not been read to its end yet");
        }
    }

    @Override
    public Set<String> of(Report report) {
        return book.of(report);
    }

    @Override
    public List<Companion> unknown(List<Report> reports, Instant at) {
        return book.unknown(reports, at);
    }
}
