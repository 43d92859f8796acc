package vorsprung.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import vorsprung.wire.SchemaRegistryException;

class ShutdownOnErrorTest {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final ShutdownOnError handler = new ShutdownOnError(end);

    @Test
    void aBugEndsTheInstance() {
        IllegalStateException bug = new IllegalStateException("a bug");

        assertThat(handler.handle(bug)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(end).isCompletedExceptionally();
    }

    @Test
    void aRegistryThatIsAwayCostsAThreadOnly() {
        SchemaRegistryException away = new SchemaRegistryException("away", new IOException());

        assertThat(handler.handle(new StreamsException(away))).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(end).isNotDone();
    }

    @Test
    void aRegistryThatRefusesEndsTheInstance() {
        SchemaRegistryException refusal = new SchemaRegistryException("who are you?", 401, -1);

        assertThat(handler.handle(new StreamsException(refusal)))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(end).isCompletedExceptionally();
    }
}
