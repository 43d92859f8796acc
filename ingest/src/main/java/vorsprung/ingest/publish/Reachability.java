package vorsprung.ingest.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether something we need can be reached, found out again and again beside the work, so that asking costs nothing. */
public final class Reachability implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);

    /** Who has not answered a look by then is as good as away; most of what is asked gives up by itself, but late. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long NOT_LOOKING = 0;

    private final String name;
    private final Probe probe;
    private final Duration pause;
    private final ScheduledExecutorService thread;
    private final InstantSource clock;
    private volatile Optional<String> missing;
    /** When the look under way began, epoch milliseconds. */
    private volatile long lookingSince = NOT_LOOKING;

    /** Looks once whether something is there. */
    @FunctionalInterface
    public interface Probe {
        /** What is missing, in a sentence; may take seconds. */
        Optional<String> missing();
    }

    /** Looks with this pause between, once started. */
    public Reachability(String name, Probe probe, Duration pause, InstantSource clock) {
        this.name = name;
        this.clock = clock;
        this.probe = probe;
        this.pause = pause;
        this.missing = Optional.of(name + " has not been asked yet");
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "vorsprung-reaches-" + name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Begins to look. */
    public void start() {
        Future<?> unused = thread.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why it cannot be reached, as of the last look, or because that does not end; empty when it can. */
    public Optional<String> missing() {
        long since = lookingSince;
        Duration waited = Duration.ofMillis(since == NOT_LOOKING ? 0 : clock.millis() - since);
        return missing.isEmpty() && waited.compareTo(PATIENCE) > 0
                ? Optional.of(name + " has not answered for " + waited.toSeconds() + " s")
                : missing;
    }

    // A probe that throws anything says "cannot be reached"; letting it out would end the looking for good.
    @SuppressWarnings("CatchingUnchecked")
    private void look() {
        Optional<String> found;
        lookingSince = clock.millis();
        try {
            found = probe.missing();
        } catch (RuntimeException e) {
            found = Optional.of(name + " cannot be reached: " + e.getMessage());
        } finally {
            lookingSince = NOT_LOOKING;
        }
        if (found.isPresent() != missing.isPresent()) {
            LOG.info("{}", found.orElse(name + " can be reached"));
        }
        missing = found;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
