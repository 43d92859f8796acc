package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a stream thread dies. One that was expelled from the group is replaced: its transaction is aborted,
 * and whoever processes its tasks next begins at what was committed. Any other death is a bug or a lost cluster: the
 * client shuts down, and the process ends with it. So it does when threads are expelled again and again, where a new one
 * is no help.
 */
final class DeadThreads implements StreamsUncaughtExceptionHandler {
    /** So long a replacement counts. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(DeadThreads.class);

    private final int mostReplacements;
    private final LongSupplier nanoTime;
    private final CompletableFuture<Void> end;
    private final Deque<Long> replacements = new ArrayDeque<>();

    /**
     * The judge of one client's threads.
     *
     * @param mostReplacements as many within {@link #REMEMBERED} are made
     * @param nanoTime a clock in nanoseconds
     * @param end is told what the client shuts down of
     */
    DeadThreads(int mostReplacements, LongSupplier nanoTime, CompletableFuture<Void> end) {
        this.mostReplacements = mostReplacements;
        this.nanoTime = nanoTime;
        this.end = end;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        Optional<Throwable> expulsion = Expulsion.in(cause);
        if (expulsion.isEmpty()) {
            LOG.error("A stream thread died; this instance shuts down", cause);
            return shutDown(cause);
        }
        if (!mayReplace()) {
            LOG.error(
                    "A stream thread died of being expelled from the group, after {} within {} minutes that were replaced;"
                            + " this instance shuts down",
                    mostReplacements,
                    REMEMBERED.toMinutes(),
                    cause);
            return shutDown(cause);
        }
        LOG.warn(
                "A stream thread died of being expelled from the group; another takes its place: {}",
                expulsion.get().toString());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private StreamThreadExceptionResponse shutDown(Throwable cause) {
        end.completeExceptionally(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Counts the replacement that it allows. */
    private synchronized boolean mayReplace() {
        long now = nanoTime.getAsLong();
        replacements.removeIf(at -> now - at >= REMEMBERED.toNanos());
        if (replacements.size() >= mostReplacements) {
            return false;
        }
        replacements.add(now);
        return true;
    }
}
