package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.processor.query.Restoring;
import vorsprung.processor.query.Streams;
import vorsprung.processor.topology.ActiveStores;

/** The life of the Streams client: started once, ended by {@link #close} or by what killed it. */
public final class StreamsRuntime implements Streams, AutoCloseable {
    /** Length of a session where nobody sets another, by either protocol of groups. */
    public static final Duration DEFAULT_SESSION = Duration.ofSeconds(45);

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int REPLACEMENTS_OF_A_THREAD = 5;
    private static final String HEARTBEATS_ANSWERED = "heartbeat-total";

    private static final QueryConfig COMMITTED = new QueryConfig(false, IsolationLevel.READ_COMMITTED);

    private final KafkaStreams streams;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final RestoreProgress restore = new RestoreProgress();
    private final Lags lags = new Lags(System::nanoTime);
    private final Refresh looks = new Refresh(this::lookAtLags, BETWEEN_LOOKS);
    private final Refresh looksAtHeartbeats = new Refresh(this::lookAtHeartbeats, BETWEEN_LOOKS);

    private final ActiveStores active;
    private final Membership membership;

    /** The same, with a session of Kafka's default. */
    public StreamsRuntime(Topology topology, Properties settings, ActiveStores active) {
        this(topology, settings, active, DEFAULT_SESSION);
    }

    /**
     * A client of this topology, not started, which tells here what it processes.
     *
     * @param session after so long without a word the brokers take it for gone
     */
    public StreamsRuntime(Topology topology, Properties settings, ActiveStores active, Duration session) {
        this.active = active;
        this.membership = new Membership(session.minus(BETWEEN_LOOKS), System::nanoTime);
        StreamsConfig config = new StreamsConfig(settings);
        int mostReplacements = REPLACEMENTS_OF_A_THREAD * config.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG);
        this.streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(new DeadThreads(mostReplacements, System::nanoTime, end));
        streams.setStateListener(this::stateChanged);
        streams.setGlobalStateRestoreListener(restore);
    }

    /**
     * Deletes the local state, which the start then restores from the changelogs.
     *
     * @throws IllegalStateException if another process uses it
     */
    public void dropLocalState() {
        try {
            streams.cleanUp();
        } catch (StreamsException e) {
            throw new IllegalStateException("the local state cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Joins the group and begins to process. */
    public void start() {
        streams.start();
        looks.start();
        looksAtHeartbeats.start();
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
        if (state == State.RUNNING) {
            return List.of();
        }
        Restoring restoring = restore.now();
        return restoring.partitions() == 0
                ? List.of("Kafka Streams is " + state)
                : List.of(
                        "Kafka Streams is " + state,
                        "restoring " + restoring.partitions() + " partitions of stores: " + restoring.records() + " of "
                                + restoring.of() + " records");
    }

    /** How far the stores are that are being restored. */
    public Restoring restoring() {
        return restore.now();
    }

    /** How far the copies here lag. */
    public Lags lags() {
        return lags;
    }

    /** The client itself, for metrics and metadata. */
    public KafkaStreams client() {
        return streams;
    }

    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        return streams.query(request);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidStateStoreException if the partition is not processed here just now, although Kafka Streams would
     *     answer from what is restored of it so far, or if another instance may process it by now
     */
    @Override
    public <R> QueryResult<R> queryActive(String store, int partition, Query<R> query) {
        if (membership.isDoubtful() && streams.metadataForAllStreamsClients().size() > 1) {
            throw new InvalidStateStoreException("the brokers have not been heard for a session, and another instance"
                    + " may process partition " + partition + " by now");
        }
        return active.ask(store, partition, asked -> asked.query(query, PositionBound.unbounded(), COMMITTED))
                .orElseThrow(() ->
                        new InvalidStateStoreException("partition " + partition + " is not processed here just now"));
    }

    /** Leaves the group, so that others take over at once, and stops. */
    @Override
    public void close() {
        looks.close();
        looksAtHeartbeats.close();
        boolean stopped = streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
        if (!stopped) {
            LOG.warn("Kafka Streams did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
        end.complete(null);
    }

    // Without brokers there is nothing to see; what was seen last still holds, and grows old.
    private void lookAtLags() {
        try {
            lags.look(this::offsetLags);
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("The lags of the copies here cannot be seen", e);
        }
    }

    private void lookAtHeartbeats() {
        try {
            membership.look(this::heartbeatsAnswered);
        } catch (IllegalStateException e) {
            LOG.debug("The heartbeats cannot be seen", e);
        }
    }

    // A thread that died leaves its consumer's figures behind, which never change again.
    private Map<String, Long> heartbeatsAnswered() {
        Set<String> alive = streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::consumerClientId)
                .collect(Collectors.toSet());
        Map<String, Long> answered = new HashMap<>();
        streams.metrics().forEach((name, metric) -> {
            String client = name.tags().getOrDefault("client-id", "");
            if (name.name().equals(HEARTBEATS_ANSWERED) && alive.contains(client)) {
                answered.put(client, metric.metricValue() instanceof Double total ? total.longValue() : 0L);
            }
        });
        return answered;
    }

    private Map<String, Map<Integer, Long>> offsetLags() {
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        streams.allLocalStorePartitionLags()
                .forEach((store, partitions) -> partitions.forEach((partition, lag) ->
                        offsets.computeIfAbsent(store, none -> new HashMap<>()).put(partition, lag.offsetLag())));
        return offsets;
    }

    private void stateChanged(State now, State before) {
        LOG.info("Kafka Streams is {} (was {})", now, before);
        if (now == State.ERROR) {
            end.completeExceptionally(new IllegalStateException("Kafka Streams ended in ERROR"));
        }
    }
}
