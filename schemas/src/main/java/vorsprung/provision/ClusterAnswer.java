package vorsprung.provision;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for the cluster, and throws what the cluster said rather than a wrapper of it. */
final class ClusterAnswer {
    private ClusterAnswer() {}

    /**
     * The answer, once it is there; the client's own timeout bounds the wait.
     *
     * @throws KafkaException of the kind that the cluster answered with
     * @throws InterruptException when the thread is interrupted
     */
    static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
