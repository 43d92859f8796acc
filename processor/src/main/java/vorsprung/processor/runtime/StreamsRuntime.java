package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.processor.query.Streams;

/** The life of the Streams client: started once, ended by {@link #close} or by what killed it. */
public final class StreamsRuntime implements Streams, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** A client of this topology, not started. */
    public StreamsRuntime(Topology topology, Properties settings) {
        this.streams = new KafkaStreams(topology, new StreamsConfig(settings));
        streams.setUncaughtExceptionHandler(new ShutdownOnError(end));
        streams.setStateListener(this::stateChanged);
    }

    /** Joins the group and begins to process. */
    public void start() {
        streams.start();
    }

    /**
     * Waits for the end.
     *
     * @throws IllegalStateException with what killed the streams as its cause
     */
    public void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the streams died: " + e.getCause(), e.getCause());
        }
    }

    /** What keeps the streams from answering; empty when they run. */
    public List<String> reasonsNotReady() {
        State state = streams.state();
        return state == State.RUNNING ? List.of() : List.of("Kafka Streams is " + state);
    }

    /** The client itself, for metrics and metadata. */
    public KafkaStreams client() {
        return streams;
    }

    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        return streams.query(request);
    }

    /** Leaves the group, so that others take over at once, and stops. */
    @Override
    public void close() {
        boolean stopped = streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
        if (!stopped) {
            LOG.warn("Kafka Streams did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
        end.complete(null);
    }

    private void stateChanged(State now, State before) {
        LOG.info("Kafka Streams is {} (was {})", now, before);
        if (now == State.ERROR) {
            end.completeExceptionally(new IllegalStateException("Kafka Streams ended in ERROR"));
        }
    }
}
