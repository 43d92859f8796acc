package vorsprung.processor.topology;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * When stream threads commit. What was just published is committed soon, by request, so that it is seen. What is older has
 * waited anyway, and is left to the interval of Kafka Streams: a thread that catches up spends less on commits, and writes
 * less, since what was changed several times between two commits is written once.
 */
public final class CommitPace {
    /** The interval of Kafka Streams, where no longer one is wanted for all. */
    public static final Duration AT_LEISURE = Duration.ofMillis(300);

    /** The clocks of publishers are not ours. */
    private static final Duration JUST_PUBLISHED = Duration.ofSeconds(5);

    private final Duration soon;
    private final ThreadLocal<Commits> byThread = ThreadLocal.withInitial(Commits::new);

    /** The commits of a thread, each of which is of all its tasks. */
    private static final class Commits {
        private boolean requested;
        private long lastAtMs;
        private long prepared;
    }

    /**
     * A pace.
     *
     * @param soon how long after the last commit what was just published may wait; without effect from {@link #AT_LEISURE}
     *     on
     */
    public CommitPace(Duration soon) {
        this.soon = soon;
    }

    /** For a processor that begins, on the thread that it is processed on. */
    Requests of(ProcessorContext<?, ?> context) {
        return new Requests(context, byThread.get());
    }

    /** The commits that one processor asks for. */
    final class Requests {
        private final ProcessorContext<?, ?> context;
        private final Commits ofThread;
        private @Nullable Cancellable timer;

        private Requests(ProcessorContext<?, ?> context, Commits ofThread) {
            this.context = context;
            this.ofThread = ofThread;
        }

        /** Something was processed that goes back to a record of this timestamp. */
        void processed(long publishedAtMs) {
            long now = context.currentSystemTimeMs();
            if (ofThread.requested
                    || timer != null
                    || soon.compareTo(AT_LEISURE) >= 0
                    || now - publishedAtMs > JUST_PUBLISHED.toMillis()) {
                return;
            }
            // No longer than the interval, should the clock have been put back.
            long wait = Math.min(soon.toMillis(), ofThread.lastAtMs + soon.toMillis() - now);
            if (wait <= 0) {
                request();
            } else {
                long then = ofThread.prepared;
                timer = context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, at -> wake(then));
            }
        }

        private void wake(long preparedThen) {
            Objects.requireNonNull(timer).cancel();
            timer = null;
            if (!ofThread.requested && ofThread.prepared == preparedThen) {
                request();
            }
        }

        private void request() {
            ofThread.requested = true;
            context.commit();
        }

        /** A commit is prepared, whoever wanted it. */
        void committing() {
            ofThread.requested = false;
            ofThread.lastAtMs = context.currentSystemTimeMs();
            ofThread.prepared++;
        }
    }
}
