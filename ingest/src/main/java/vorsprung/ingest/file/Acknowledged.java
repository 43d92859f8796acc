package vorsprung.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.ingest.publish.Published;
import vorsprung.topic.Position;

/** What Kafka has answered so far; written by the producer's thread and read by the importing one. */
final class Acknowledged {
    private final List<LineError> tooLarge = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private Position position = Position.NOWHERE;
    private long count;

    synchronized void add(Published published) {
        count++;
        position = position.with(published.topic(), published.partition(), published.offset());
    }

    synchronized void refuse(LineError error) {
        tooLarge.add(error);
    }

    /** The first failure is the one that is told. */
    synchronized void fail(RuntimeException reason) {
        failure = failure.isPresent() ? failure : Optional.of(reason);
    }

    synchronized Optional<RuntimeException> failure() {
        return failure;
    }

    /** The lines that Kafka found too large since the last call. */
    synchronized List<LineError> takeRefused() {
        List<LineError> taken = List.copyOf(tooLarge);
        tooLarge.clear();
        return taken;
    }

    synchronized long count() {
        return count;
    }

    synchronized Position position() {
        return position;
    }
}
