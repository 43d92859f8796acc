package vorsprung.ingest.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vorsprung.ingest.publish.KafkaUnavailableException;

/**
 * Waits for work on Kafka only while Kafka is there. Kafka's own clients wait for their full timeout when it goes away;
 * a sender is told at once. What the work still does then is bounded by those timeouts.
 */
final class Patience implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Supplier<Optional<String>> missing;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread daemon = new Thread(task, "vorsprung-publishes");
        daemon.setDaemon(true);
        return daemon;
    });

    Patience(Supplier<Optional<String>> missing) {
        this.missing = missing;
    }

    /**
     * The result of work on Kafka.
     *
     * @throws KafkaUnavailableException when Kafka goes away meanwhile; what becomes of the work is unknown
     */
    <T> T await(Supplier<T> work) {
        return await(work, () -> true);
    }

    /**
     * The result of work that has come to Kafka when it says so: before that it cannot hang, and is let finish.
     *
     * @throws KafkaUnavailableException when Kafka goes away from then on; what becomes of the work is unknown
     */
    <T> T await(Supplier<T> work, BooleanSupplier atKafka) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(work, threads);
        while (true) {
            try {
                return done.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (atKafka.getAsBoolean()) {
                    missing.get().ifPresent(reason -> {
                        throw new KafkaUnavailableException(reason);
                    });
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaUnavailableException("interrupted while publishing", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
