package vorsprung.ingest.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.publish.EventTooLargeException;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;
import vorsprung.topic.EventType;

/** One pass over the files: counts, tells the listener, and keeps a bounded number of events under way to Kafka. */
final class ImportPass {
    private static final int UNDER_WAY = 2_000;
    private static final int MOST_ERRORS = 1_000;

    private final Optional<Publisher> publisher;
    private final ImportListener listener;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Acknowledged acknowledged = new Acknowledged();
    private final Watermark watermark = new Watermark();
    private final List<LineError> errors = new ArrayList<>();
    private final Map<EventType, Long> good = new EnumMap<>(EventType.class);
    private final Map<String, Long> skipped = new HashMap<>();
    private String file = "";
    private long entry;
    private long bytesBefore;
    private long bytesHere;
    private long failed;
    private long sent;

    /** Without a publisher it only checks. */
    ImportPass(Optional<Publisher> publisher, ImportListener listener) {
        this.publisher = publisher;
        this.listener = listener;
    }

    /** Begins a file of whose entries the first are done already. */
    void begin(ImportFile next, long done) {
        file = next.name();
        entry = 0;
        bytesBefore += bytesHere;
        bytesHere = 0;
        watermark.begin(file, done);
    }

    /** Counts an entry of the file and gives its number, from 1. */
    long count() {
        entry++;
        return entry;
    }

    /** How many entries of each file are done, with all before them. */
    Map<String, Long> done() {
        return watermark.done();
    }

    void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    void reject(LineError error) {
        failed++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
        listener.bad(error);
    }

    void remark(long line, List<String> remarks) {
        remarks.forEach(remark -> listener.warned(file, line, remark));
    }

    /**
     * Hands the event to Kafka; waits for room when too many are under way.
     *
     * @throws KafkaUnavailableException when an earlier one has failed, since this one would as well
     */
    void publish(long line, Accepted event) {
        remark(line, event.warnings());
        listener.good(file, line, event);
        good.merge(event.type(), 1L, Long::sum);
        if (publisher.isEmpty()) {
            return;
        }
        throwFailure();
        Sent place = new Sent(file, line, entry);
        room.acquireUninterruptibly();
        sent++;
        watermark.sent(file, entry);
        CompletableFuture<Published> unused = publisher
                .get()
                .send(new Report(event.type(), event.event()))
                .whenComplete((published, failure) -> done(place, published, failure));
    }

    void progress(long bytes) {
        bytesHere = bytes;
        watermark.read(file, entry);
        acknowledged.takeRefused().forEach(this::reject);
        listener.progressed(file, bytesBefore + bytes, sent);
    }

    /**
     * Waits until Kafka has answered for every event; its delivery timeout bounds the wait.
     *
     * @throws KafkaUnavailableException when one of them failed
     */
    ImportResult finish() {
        settle();
        throwFailure();
        acknowledged.takeRefused().forEach(this::reject);
        return new ImportResult(acknowledged.count(), failed, errors, acknowledged.position(), good, skipped);
    }

    /** Waits until Kafka has answered for every event, whatever the answers. */
    void settle() {
        room.acquireUninterruptibly(UNDER_WAY);
        room.release(UNDER_WAY);
    }

    /** Where an event on its way came from. */
    private record Sent(String file, long line, long entry) {}

    private void done(Sent place, @Nullable Published published, @Nullable Throwable failure) {
        if (published != null) {
            acknowledged.add(published);
            watermark.settled(place.file(), place.entry());
        } else if (failure instanceof EventTooLargeException) {
            acknowledged.refuse(LineError.of(place.file(), place.line(), String.valueOf(failure.getMessage())));
            watermark.settled(place.file(), place.entry());
        } else if (failure instanceof RuntimeException reason) {
            acknowledged.fail(reason);
        }
        room.release();
    }

    private void throwFailure() {
        Optional<RuntimeException> failure = acknowledged.failure();
        if (failure.isPresent()) {
            throw new KafkaUnavailableException(
                    "The import stopped after " + acknowledged.count() + " events: "
                            + failure.get().getMessage() + "; import again to publish the rest",
                    failure.get());
        }
    }
}
