package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.processor.query.NotReadyException;

/** Does something now and then, on a thread of its own, as long as the stores can be asked. */
public final class Refresh implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private static final Duration SOON = Duration.ofMillis(500);

    private final ScheduledExecutorService clock;
    private final Runnable work;
    private final Duration every;

    /** Does the work again so long after it was done; sooner where the stores could not be asked. */
    public Refresh(Runnable work, Duration every) {
        this.work = work;
        this.every = every;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "refresh");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins. */
    public void start() {
        next(Duration.ZERO);
    }

    private void next(Duration pause) {
        try {
            var unused = clock.schedule(this::once, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed meanwhile", e);
        }
    }

    // An exception would end the schedule for good, so whatever it is, it is said and the next turn tries again.
    private void once() {
        Duration pause = every;
        try {
            work.run();
        } catch (NotReadyException e) {
            LOG.debug("The stores cannot be asked yet", e);
            pause = every.compareTo(SOON) < 0 ? every : SOON;
        } catch (RuntimeException e) {
            LOG.warn("A refresh failed; the next one tries again", e);
        }
        next(pause);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
