package vorsprung.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vorsprung.topic.Topic;

/** The topics that the broker knows of, which is a little later than the controller has created them. */
final class KnownTopics {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    KnownTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Waits until the broker knows all of them.
     *
     * @throws IllegalStateException if it does not after half a minute
     */
    void await(List<Topic> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!areKnown(names)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka does not know its topics " + PATIENCE + " after their creation");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean areKnown(List<String> names) {
        try {
            admin.describeTopics(names).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException("Kafka cannot be asked for its topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        }
    }
}
