package vorsprung.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vorsprung.ingest.publish.EventTooLargeException;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;

/** One pass over the files: counts, tells the listener, and keeps a bounded number of events under way to Kafka. */
final class ImportPass {
    private static final int UNDER_WAY = 2_000;
    private static final int MOST_ERRORS = 1_000;

    private final Optional<Publisher> publisher;
    private final ImportListener listener;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<LineError> errors = new ArrayList<>();
    private String file = "";
    private long bytesBefore;
    private long bytesHere;
    private long failed;
    private long sent;

    /** Without a publisher it only checks. */
    ImportPass(Optional<Publisher> publisher, ImportListener listener) {
        this.publisher = publisher;
        this.listener = listener;
    }

    void begin(ImportFile next) {
        file = next.name();
        bytesBefore += bytesHere;
        bytesHere = 0;
    }

    void reject(LineError error) {
        failed++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
        listener.bad(error);
    }

    /**
     * Hands the event to Kafka; waits for room when too many are under way.
     *
     * @throws KafkaUnavailableException when an earlier one has failed, since this one would as well
     */
    void publish(long line, Report report, List<String> warnings) {
        warnings.forEach(warning -> listener.warned(file, line, warning));
        if (publisher.isEmpty()) {
            return;
        }
        String here = file;
        room.acquireUninterruptibly();
        throwFailure();
        sent++;
        CompletableFuture<Published> unused =
                publisher.get().send(report).whenComplete((published, failure) -> done(here, line, published, failure));
    }

    void progress(long bytes) {
        bytesHere = bytes;
        acknowledged.takeRefused().forEach(this::reject);
        listener.progressed(file, bytesBefore + bytes, sent);
    }

    /**
     * Waits until Kafka has answered for every event; its delivery timeout bounds the wait.
     *
     * @throws KafkaUnavailableException when one of them failed
     */
    ImportResult finish() {
        room.acquireUninterruptibly(UNDER_WAY);
        throwFailure();
        acknowledged.takeRefused().forEach(this::reject);
        return new ImportResult(acknowledged.count(), failed, errors, acknowledged.position());
    }

    private void done(String where, long line, @Nullable Published published, @Nullable Throwable failure) {
        if (published != null) {
            acknowledged.add(published);
        } else if (failure instanceof EventTooLargeException) {
            acknowledged.refuse(LineError.of(where, line, String.valueOf(failure.getMessage())));
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
