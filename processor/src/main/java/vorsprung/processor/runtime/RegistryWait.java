package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.wire.SchemaRegistryException;

/**
 * Holds up the threads that process as long as they need the schema registry and it is away: that says nothing against
 * the record at hand, which is neither skipped nor a dead letter. Told in the log, and by {@link #longest}.
 */
public final class RegistryWait implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryWait.class);

    private final Duration limit;
    private final Duration pause;
    private final LongSupplier nanoTime;
    private final Map<Thread, Long> waitingSince = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Waits at the times of this clock, in nanoseconds.
     *
     * @param limit how long a thread waits at most before it passes the failure on
     * @param pause before the registry is asked again
     */
    public RegistryWait(Duration limit, Duration pause, LongSupplier nanoTime) {
        this.limit = limit;
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    /**
     * What the work gives, asked again as long as the registry is away.
     *
     * @throws SchemaRegistryException if it refuses, or is still away at the limit or at the end of this instance
     */
    public <T> T outlast(Supplier<T> work) {
        try {
            return work.get();
        } catch (SchemaRegistryException failure) {
            return insist(work, failure);
        }
    }

    /** The same serde, outlasting the registry. */
    public <T> Serde<T> outlasting(Serde<T> serde) {
        return Serdes.serdeFrom(
                (topic, value) -> outlast(() -> serde.serializer().serialize(topic, value)),
                (topic, bytes) -> outlast(() -> serde.deserializer().deserialize(topic, bytes)));
    }

    /** How long the thread that has waited longest is waiting by now; zero when none waits. */
    public Duration longest() {
        long now = nanoTime.getAsLong();
        Collection<Long> beginnings = waitingSince.values();
        return beginnings.stream()
                .map(since -> Duration.ofNanos(now - since))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Nobody waits from now on. */
    @Override
    public void close() {
        closed.countDown();
    }

    private <T> T insist(Supplier<T> work, SchemaRegistryException first) {
        long since = nanoTime.getAsLong();
        waitingSince.put(Thread.currentThread(), since);
        try {
            SchemaRegistryException failure = first;
            while (goesOn(failure, Duration.ofNanos(nanoTime.getAsLong() - since))) {
                try {
                    T given = work.get();
                    LOG.info("The schema registry is back; processing goes on");
                    return given;
                } catch (SchemaRegistryException again) {
                    failure = again;
                }
            }
            throw failure;
        } finally {
            waitingSince.remove(Thread.currentThread());
        }
    }

    private boolean goesOn(SchemaRegistryException failure, Duration waited) {
        if (!failure.isTransient() || waited.compareTo(limit) >= 0) {
            return false;
        }
        LOG.warn(
                "Processing waits for the schema registry, for {} s so far: {}",
                waited.toSeconds(),
                failure.getMessage());
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
