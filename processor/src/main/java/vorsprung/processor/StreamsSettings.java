package vorsprung.processor;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;
import vorsprung.processor.query.Peer;
import vorsprung.processor.topology.CommitPace;
import vorsprung.topic.Topics;

/** What Kafka Streams is told, from our settings. */
public final class StreamsSettings {
    private StreamsSettings() {}

    private static final Duration LONGEST_COMMIT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMinutes(5);

    /**
     * A thread looks whether it is time to commit only between two polls, so an event waits for both. It takes its tasks
     * into service one poll after the other, so a start with many empty stores does, too.
     */
    private static final int LONGEST_POLL_MS = 10;

    /**
     * Exactly once, committed reads, no cache, reached by others at this address; the operator's own {@code kafka.…}
     * settings win.
     */
    public static Properties of(ProcessorConfig config, Peer self) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replicationFactor());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Collections.max(List.of(commitInterval(config), CommitPace.AT_LEISURE))
                        .toMillis());
        settings.put(StreamsConfig.POLL_MS_CONFIG, LONGEST_POLL_MS);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        settings.put(
                StreamsConfig.DEFAULT_INTERACTIVE_QUERY_ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        // The answer depends on no order between topics, but what comes late costs more. A task that catches up
        // waits for what the brokers are known to have, and so takes its topics side by side. One that has caught up
        // never waits.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, config.groupProtocol());
        if (config.groupProtocol().equals("classic")) {
            settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
            config.sessionTimeout()
                    .ifPresent(timeout ->
                            settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), (int) timeout.toMillis()));
        }
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.toString());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A dead letter is as large as what it was made of.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.LARGEST_RECORD_BYTES);
        // A commit that gives up before the brokers are back leaves a producer that Kafka Streams cannot use again.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), LONGEST_COMMIT.toMillis());
        settings.putAll(config.kafka());
        return settings;
    }

    /**
     * How long a change may wait until it is seen; {@link CommitPace} sees to it where Kafka Streams would be slower. The
     * operator's own {@code kafka.commit.interval.ms} wins.
     */
    public static Duration commitInterval(ProcessorConfig config) {
        String name = StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
        String own = config.kafka().get(name);
        return own == null
                ? config.commitInterval()
                : Duration.ofMillis((Long) ConfigDef.parseType(name, own, ConfigDef.Type.LONG));
    }

    /** How long a record may hold up its thread: half of what the brokers grant between two polls. */
    static Duration longestWait(Properties settings) {
        String name = ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG;
        return Stream.of(StreamsConfig.mainConsumerPrefix(name), StreamsConfig.consumerPrefix(name), name)
                .map(settings::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(given ->
                        Duration.ofMillis(Long.parseLong(given.toString())).dividedBy(2))
                .orElse(DEFAULT_POLL_INTERVAL.dividedBy(2));
    }
}
