package vorsprung.app.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a command runs that has no end of its own: until Ctrl-C or SIGTERM, or until a part of it dies. The thread
 * that started everything stops it as well; a signal asks for that and waits.
 */
public final class Lifetime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** A life that a signal ends. */
    public static Lifetime untilSignal() {
        Lifetime lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::endAndWait, "stop"));
        return lifetime;
    }

    /** Ends it. */
    public void end() {
        end.complete(null);
    }

    /** Whether it has ended, so that nothing more is to be started. */
    public boolean isOver() {
        return end.isDone();
    }

    /** Ends with the part whose end this waits for, which runs until it dies. */
    public void dependOn(String part, Waiting waiting) {
        Thread watch = new Thread(() -> watch(part, waiting), "watch-" + part);
        watch.setDaemon(true);
        watch.start();
    }

    /** Waits for a part's end. */
    @FunctionalInterface
    public interface Waiting {
        void await() throws InterruptedException;
    }

    /**
     * Waits for the end.
     *
     * @throws RuntimeException what killed a part
     */
    public void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /** Waits for the end, but not for longer; says whether it has come. */
    public boolean await(Duration timeout) throws InterruptedException {
        try {
            end.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** Everything is stopped, the process may end. */
    @Override
    public void close() {
        end();
        stopped.countDown();
    }

    private void watch(String part, Waiting waiting) {
        try {
            waiting.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{} died", part, e);
            end.completeExceptionally(e);
        }
    }

    private void endAndWait() {
        end();
        try {
            if (!stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("Not everything stopped within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
