package vorsprung.processor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import vorsprung.http.HttpSettings;
import vorsprung.http.Listener;
import vorsprung.processor.feed.KafkaFeed;
import vorsprung.processor.http.ApiServer;
import vorsprung.processor.http.PeerClient;
import vorsprung.processor.http.PeerSecret;
import vorsprung.processor.http.PeersHandler;
import vorsprung.processor.query.Cluster;
import vorsprung.processor.query.ClusterStatus;
import vorsprung.processor.query.ClusterStores;
import vorsprung.processor.query.LocalPages;
import vorsprung.processor.query.LocalStores;
import vorsprung.processor.query.OwnStores;
import vorsprung.processor.query.Peer;
import vorsprung.processor.query.Queries;
import vorsprung.processor.report.WireEventReader;
import vorsprung.processor.runtime.Changelogs;
import vorsprung.processor.runtime.EventTopics;
import vorsprung.processor.runtime.GroupSettings;
import vorsprung.processor.runtime.GroupView;
import vorsprung.processor.runtime.Rebuild;
import vorsprung.processor.runtime.RegistryWait;
import vorsprung.processor.runtime.StatusProbe;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.runtime.TopologyUpdate;
import vorsprung.processor.topology.ActiveStores;
import vorsprung.processor.topology.CommitPace;
import vorsprung.processor.topology.MarketTopology;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;
import vorsprung.processor.topology.Writers;
import vorsprung.topic.Position;

/** The processor role: Kafka Streams over the event topics, and the query API over the stores of all instances. */
public final class Processor implements AutoCloseable {
    /** Before the schema registry, which was asked in vain for some seconds, is asked again. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final StreamsRuntime streams;
    private final ClusterStores stores;
    private final Queries queries;
    private final ApiServer api;
    private final Instrumentation metrics;
    private final RegistryWait registry;

    private Processor(
            RegistryWait registry,
            StreamsRuntime streams,
            ClusterStores stores,
            Queries queries,
            ApiServer api,
            Instrumentation metrics) {
        this.registry = registry;
        this.streams = streams;
        this.stores = stores;
        this.queries = queries;
        this.api = api;
        this.metrics = metrics;
    }

    /**
     * Wires the role and binds its port; the event topics must exist.
     *
     * @throws IllegalStateException if they do not, or not with one number of partitions, if changelogs are lost, or if
     *     instances of a version with another topology run; the message says what to do
     */
    public static Processor of(ProcessorConfig config) {
        Map<String, Object> clients = config.clientSettings();
        int partitions = new EventTopics(clients).partitions();
        List<String> stores = Stores.all().stream().map(StoreRef::name).toList();
        new Changelogs(clients, config.applicationId(), stores).refuseWhenLost();
        if (config.groupProtocol().equals("streams")) {
            new GroupSettings(config.applicationId(), config.standbys(), config.sessionTimeout()).apply(clients);
        }
        Listener listener = new Listener(HttpSettings.loopback(config.apiPort(), "--port (setting api.port)")
                .on(config.apiHost())
                .with(config.tls()));
        Peer self = config.self(listener.bind());
        try {
            return of(config, partitions, listener, self);
        } catch (RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    private static Processor of(ProcessorConfig config, int partitions, Listener listener, Peer self) {
        WireEventReader reader = new WireEventReader(config.registry());
        Writers writers = Writers.of(config.registry());
        Instrumentation metrics = new Instrumentation();
        ActiveStores active = new ActiveStores();
        Properties settings = StreamsSettings.of(config, self);
        RegistryWait registry =
                new RegistryWait(StreamsSettings.longestWait(settings), BETWEEN_QUESTIONS, System::nanoTime);
        Topology topology = MarketTopology.build(new MarketTopology.Parts(
                (type, value) -> registry.outlast(() -> reader.read(type, value)),
                writers.with(registry::outlasting),
                partitions,
                config.thresholds(),
                metrics.events(),
                active,
                new CommitPace(StreamsSettings.commitInterval(config))));
        if (config.groupProtocol().equals("streams")) {
            new TopologyUpdate(config.clientSettings(), config.applicationId()).prepare(topology);
        }
        StreamsRuntime streams = new StreamsRuntime(
                topology, settings, active, config.sessionTimeout().orElse(StreamsRuntime.DEFAULT_SESSION));
        Cluster cluster = new GroupView(streams.client(), self, streams.lags());
        LocalStores local = new LocalStores(streams, partitions);
        PeerSecret secret = new PeerSecret(config.peerSecret());
        PeerClient peers = new PeerClient(listener.scheme(), secret);
        ClusterStores stores = new ClusterStores(new ClusterStores.Parts(local, cluster, peers));
        Queries queries = new Queries(stores, reader, config.maxReplayedReports());
        StatusProbe probe = new StatusProbe(streams, self);
        ApiServer.Sources sources = new ApiServer.Sources(
                queries,
                new KafkaFeed(config.clientSettings(), writers),
                new ClusterStatus(probe::status, cluster, peers::status)::status,
                streams::reasonsNotReady,
                config.frameAncestors());
        PeersHandler answersToPeers = new PeersHandler(new LocalPages(local, cluster), probe::status, secret);
        Queries own = queries.among(new OwnStores(local, cluster));
        metrics.watch(config, streams, own, queries);
        metrics.watch(registry);
        return new Processor(
                registry,
                streams,
                stores,
                queries,
                new ApiServer(
                        listener,
                        metrics.registry(),
                        sources,
                        new ApiServer.Access(config.protection(), answersToPeers)),
                metrics);
    }

    /**
     * Deletes everything that the application keeps on the brokers, so that the next start computes it from the event
     * topics. To be called before an instance is wired.
     *
     * @throws IllegalStateException if an instance runs; then nothing is deleted
     */
    public static void dropInternalTopics(ProcessorConfig config) {
        new Rebuild(
                        config.clientSettings(),
                        config.applicationId(),
                        config.groupProtocol().equals("streams"))
                .dropInternalTopics();
    }

    /**
     * Deletes the local state before the start, which then restores it from the changelogs.
     *
     * @throws IllegalStateException if another process uses it
     */
    public void dropLocalState() {
        streams.dropLocalState();
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
        stores.close();
        registry.close();
        streams.close();
    }
}
