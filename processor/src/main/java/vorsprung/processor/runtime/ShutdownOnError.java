package vorsprung.processor.runtime;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a stream thread dies of is a bug or a lost cluster: the client shuts down, and the process ends with it. */
final class ShutdownOnError implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownOnError.class);

    private final CompletableFuture<Void> end;

    ShutdownOnError(CompletableFuture<Void> end) {
        this.end = end;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        LOG.error("A stream thread died; this instance shuts down", cause);
        end.completeExceptionally(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
