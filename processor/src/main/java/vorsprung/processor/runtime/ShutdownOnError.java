package vorsprung.processor.runtime;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.wire.SchemaRegistryException;

/**
 * What a stream thread dies of is a bug or a lost cluster: the client shuts down, and the process ends with it. Only for
 * the schema registry it would wait longer than a thread may, so another thread waits on.
 */
final class ShutdownOnError implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownOnError.class);

    private final CompletableFuture<Void> end;

    ShutdownOnError(CompletableFuture<Void> end) {
        this.end = end;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        if (isOfRegistryAway(cause)) {
            LOG.warn("A stream thread waited for the schema registry for as long as it may; another one takes over");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("A stream thread died; this instance shuts down", cause);
        end.completeExceptionally(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isOfRegistryAway(@Nullable Throwable cause) {
        return cause != null
                && ((cause instanceof SchemaRegistryException failure && failure.isTransient())
                        || isOfRegistryAway(cause.getCause()));
    }
}
