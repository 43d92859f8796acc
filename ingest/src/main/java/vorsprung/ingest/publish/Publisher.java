package vorsprung.ingest.publish;

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
}
