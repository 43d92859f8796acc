package vorsprung.ingest.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes checked events. Safe for use by many threads; nothing here waits without a bound. */
public interface Publisher {
    /**
     * Starts to publish one event; events of one key sent by one thread keep their order.
     *
     * <p>Waits for room when too much is under way. The future fails with {@link KafkaUnavailableException} or
     * {@link EventTooLargeException}, never the call itself.
     */
    CompletableFuture<Published> send(Report report);

    /**
     * Publishes all of the events or, as readers of committed records see it, none.
     *
     * @throws KafkaUnavailableException when Kafka did not say in time that it has them; they may be there all the same
     * @throws EventTooLargeException when Kafka will not take one of them; none is published then
     */
    List<Published> publishAll(List<Report> reports);
}
