package vorsprung.processor.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadThreadsTest {
    private final Throwable expelled = new StreamsException(
            "task [0_0] Failed to initialize offsets",
            new UnknownMemberIdException("The coordinator knows no such member"));

    private final AtomicLong time = new AtomicLong(-1);
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final DeadThreads threads = new DeadThreads(3, time::get, end);

    @Test
    void aThreadWhoseTaskIsToldThatItsMemberIsNoneIsReplaced() {
        assertThat(threads.handle(expelled)).isEqualTo(REPLACE_THREAD);
        assertThat(end).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                FencedMemberEpochException.class,
                StaleMemberEpochException.class,
                ProducerFencedException.class,
                InvalidProducerEpochException.class,
                TaskMigratedException.class
            })
    void anyWordForBeingExpelledIsUnderstoodHoweverDeepItLies(Class<? extends RuntimeException> word) throws Exception {
        RuntimeException said = word.getConstructor(String.class).newInstance("gone");

        assertThat(threads.handle(said)).isEqualTo(REPLACE_THREAD);
        assertThat(threads.handle(new StreamsException(new StreamsException(said))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void aThreadThatFailedToJoinAgainIsReplacedByTheWordsOfKafkasOwnConsumer() {
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "group.protocol", "consumer", "group.id", "g");

        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(nowhere, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Throwable unsubscribed = catchThrowable(() -> consumer.poll(Duration.ZERO));

            assertThat(unsubscribed).isInstanceOf(IllegalStateException.class);
            assertThat(threads.handle(new StreamsException(unsubscribed))).isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void whatIsNoExpulsionEndsTheInstance() {
        Throwable unwritable = new StreamsException("no dead letter", new RecordTooLargeException("500 bytes"));

        assertThat(threads.handle(unwritable)).isEqualTo(SHUTDOWN_CLIENT);
        assertThatThrownBy(end::get).hasCause(unwritable);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TimeoutException.class,
                ProcessorStateException.class,
                NullPointerException.class,
                IllegalStateException.class
            })
    void norIsALostClusterADiskOrABug(Class<? extends RuntimeException> thrown) throws Exception {
        RuntimeException other = thrown.getConstructor(String.class).newInstance("something else");

        assertThat(threads.handle(new StreamsException(other))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void threadsThatAreExpelledAgainAndAgainEndTheInstance() {
        for (int replaced = 0; replaced < 3; replaced++) {
            assertThat(threads.handle(expelled)).isEqualTo(REPLACE_THREAD);
        }

        assertThat(threads.handle(expelled)).isEqualTo(SHUTDOWN_CLIENT);
        assertThatThrownBy(end::get).hasCause(expelled);
    }

    @Test
    void oneThatIsExpelledNowAndThenIsReplacedEachTime() {
        for (int replaced = 0; replaced < 20; replaced++) {
            assertThat(threads.handle(expelled)).as("replacement %d", replaced).isEqualTo(REPLACE_THREAD);
            time.addAndGet(DeadThreads.REMEMBERED.toNanos() / 3);
        }
    }
}
