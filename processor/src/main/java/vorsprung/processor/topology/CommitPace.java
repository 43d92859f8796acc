package vorsprung.processor.topology;

import java.time.Duration;
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
    private final ThreadLocal<Requested> byThread = ThreadLocal.withInitial(Requested::new);

    /** When a commit was last asked for. A commit is of all tasks of a thread. */
    private static final class Requested {
        private long atMs;
    }

    /**
     * A pace.
     *
     * @param soon how long what was just published may wait, beginning with the last commit; without effect from
     *     {@link #AT_LEISURE} on
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
        private final Requested last;
        private @Nullable Cancellable timer;

        private Requests(ProcessorContext<?, ?> context, Requested last) {
            this.context = context;
            this.last = last;
        }

        /** Something was processed that goes back to a record of this timestamp. */
        void processed(long publishedAtMs) {
            long now = context.currentSystemTimeMs();
            if (timer != null || soon.compareTo(AT_LEISURE) >= 0 || now - publishedAtMs > JUST_PUBLISHED.toMillis()) {
                return;
            }
            long wait = last.atMs + soon.toMillis() - now;
            if (wait <= 0) {
                request(now);
            } else {
                timer = context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, this::request);
            }
        }

        private void request(long now) {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
            last.atMs = now;
            context.commit();
        }
    }
}
