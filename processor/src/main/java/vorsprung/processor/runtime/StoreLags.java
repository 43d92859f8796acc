package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.processor.query.Status;

/**
 * How far the stores of this instance are restored. The brokers are asked for that, and without brokers it takes a
 * minute to find out: nobody waits that long, and all who ask meanwhile wait for the same answer.
 */
final class StoreLags {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLags.class);

    private final Supplier<List<Status.Store>> brokers;
    private final Duration patience;
    private @Nullable CompletableFuture<List<Status.Store>> asking;

    /**
     * Lags that are asked for when somebody wants them.
     *
     * @param brokers asks, however long it takes
     * @param patience how long is waited for the answer
     */
    StoreLags(Supplier<List<Status.Store>> brokers, Duration patience) {
        this.brokers = brokers;
        this.patience = patience;
    }

    /** The lags of all stores; none when they cannot be learned in time. */
    List<Status.Store> get() {
        try {
            return underWay().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The ends of the changelogs are not known", e);
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private synchronized CompletableFuture<List<Status.Store>> underWay() {
        if (asking == null || asking.isDone()) {
            asking = CompletableFuture.supplyAsync(brokers, StoreLags::start);
        }
        return asking;
    }

    private static void start(Runnable question) {
        Thread thread = new Thread(question, "vorsprung-asks-for-store-lags");
        thread.setDaemon(true);
        thread.start();
    }
}
