package vorsprung.processor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vorsprung.http.HttpSettings;
import vorsprung.processor.feed.KafkaFeed;
import vorsprung.processor.http.ApiServer;
import vorsprung.processor.query.LocalStores;
import vorsprung.processor.query.Queries;
import vorsprung.processor.report.WireEventReader;
import vorsprung.processor.runtime.ActivePartitions;
import vorsprung.processor.runtime.EventTopics;
import vorsprung.processor.runtime.StatusProbe;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.topology.MarketTopology;
import vorsprung.processor.topology.Writers;
import vorsprung.topic.Position;

/** The processor role: Kafka Streams over the event topics, and the query API over its stores. */
public final class Processor implements AutoCloseable {
    private final StreamsRuntime streams;
    private final Queries queries;
    private final ApiServer api;
    private final Instrumentation metrics;

    private Processor(StreamsRuntime streams, Queries queries, ApiServer api, Instrumentation metrics) {
        this.streams = streams;
        this.queries = queries;
        this.api = api;
        this.metrics = metrics;
    }

    /**
     * Wires the role; the event topics must exist.
     *
     * @throws IllegalStateException if they do not, or not with one number of partitions; the message says what to do
     */
    public static Processor of(ProcessorConfig config) {
        Map<String, Object> clients = config.clientSettings();
        int partitions = new EventTopics(clients).partitions();
        WireEventReader reader = new WireEventReader(config.registry());
        Writers writers = Writers.of(config.registry());
        Instrumentation metrics = new Instrumentation();
        StreamsRuntime streams = new StreamsRuntime(
                MarketTopology.build(
                        new MarketTopology.Parts(reader, writers, partitions, config.thresholds(), metrics.events())),
                StreamsSettings.of(config));
        LocalStores stores = new LocalStores(streams, partitions);
        Queries queries = new Queries(stores, reader, config.maxReplayedReports());
        HttpSettings http = HttpSettings.loopback(config.apiPort(), "--port (setting api.port)")
                .on(config.apiHost())
                .with(config.tls());
        ApiServer.Sources sources = new ApiServer.Sources(
                queries,
                new KafkaFeed(clients, writers),
                new StatusProbe(streams.client())::status,
                streams::reasonsNotReady,
                config.frameAncestors());
        ActivePartitions active = new ActivePartitions(streams.client());
        Queries owned = new Queries(stores.only(active), reader, config.maxReplayedReports());
        metrics.watch(config, streams, active, owned, queries);
        return new Processor(
                streams, queries, new ApiServer(http, metrics.registry(), sources, config.protection()), metrics);
    }

    /** Starts to process, and to answer. */
    public void start() {
        streams.start();
        api.start();
        metrics.start();
    }

    /** The port of the query API. */
    public int port() {
        return api.port();
    }

    /** Whether the stores hold everything up to a position before the timeout ends. */
    public boolean await(Position position, Duration timeout) {
        return queries.await().reaches(position, timeout);
    }

    /** What keeps it from answering, each in a sentence; empty when it is ready. */
    public List<String> reasonsNotReady() {
        return streams.reasonsNotReady();
    }

    /**
     * Waits for the end.
     *
     * @throws IllegalStateException with what killed the streams as its cause
     */
    public void awaitEnd() throws InterruptedException {
        streams.await();
    }

    @Override
    public void close() {
        metrics.close();
        api.close();
        streams.close();
    }
}
