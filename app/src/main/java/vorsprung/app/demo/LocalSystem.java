package vorsprung.app.demo;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackOptions;
import vorsprung.app.monitoring.Monitoring;
import vorsprung.app.monitoring.MonitoringOptions;
import vorsprung.app.monitoring.Programs;
import vorsprung.app.monitoring.Watched;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** Kafka, schema registry, publish gateway and processor in one process, on loopback. */
public final class LocalSystem implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSystem.class);
    private static final String HTTP = "http://127.0.0.1:";
    private static final TopicPlan PLAN = new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1);

    /** Takes schemas and forgets them: all that creating topics needs while the real one is not there yet. */
    private static final Map<String, String> NO_REGISTRY = Map.of(SchemaRegistries.URL, "mock://no-registry-yet");

    /** Fetches that find nothing are held back, by a default made for long lives; a start with empty stores waits. */
    private static final String SHORT_FETCH_MS = "50";

    private static final String TRANSACTIONS = "vorsprung-local";

    /** Names a group and a transaction that do not exist. */
    private static final String PROBE = "vorsprung-probe";

    private final LocalSettings settings;
    private final DataFolder folder;
    private final EmbeddedStack stack;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Optional<Starting<Processor>> processor = Optional.empty();
    private Optional<Starting<Ingest>> ingest = Optional.empty();
    private Optional<Monitoring> monitoring = Optional.empty();

    /** A system that is not started yet. */
    public LocalSystem(LocalSettings settings) {
        this.settings = settings;
        this.folder = new DataFolder(settings.dataDir());
        this.stack =
                new EmbeddedStack(new StackOptions(settings.dataDir(), settings.kafkaPort(), settings.registryPort()));
    }

    /**
     * Starts Kafka and begins to start the registry, which takes longer.
     *
     * @throws vorsprung.app.embedded.StartException if they cannot start
     * @throws PortInUseException if a port that will be needed is taken
     */
    void startKafka() {
        LoopbackPorts.check("The query API", settings.apiPort(), "--port");
        LoopbackPorts.check("The publish gateway", settings.gatewayPort(), "--gateway-port");
        running.push(stack);
        stack.startBroker();
    }

    /** Creates the topics that are missing, so that the processor can start; their schemas come later. */
    void createTopics() {
        try (Admin admin = admin()) {
            warmCoordinators(admin);
            create(admin, NO_REGISTRY);
            new KnownTopics(admin).await(Topics.all());
        }
    }

    /** Waits for the registry and registers the schemas that are missing, so that events can be published. */
    void registerSchemas() {
        stack.awaitRegistry();
        try (Admin admin = admin()) {
            create(admin, Map.of(SchemaRegistries.URL, stack.registryUrl()));
        }
    }

    /** Begins to start processor and gateway, each in a thread of its own. */
    void startRoles() {
        processor = Optional.of(
                begun("processor", new Starting.Life<>(this::newProcessor, Processor::start, Processor::close)));
        ingest = Optional.of(begun("gateway", new Starting.Life<>(this::newIngest, Ingest::start, Ingest::close)));
    }

    /** The processor, once it has been started. */
    Processor processor() {
        return processor.orElseThrow(LocalSystem::notStarted).get();
    }

    /** The ingest role, once it has been started. */
    Ingest ingest() {
        return ingest.orElseThrow(LocalSystem::notStarted).get();
    }

    /**
     * Starts Prometheus and Alertmanager to watch the roles, which have been started.
     *
     * @throws vorsprung.app.embedded.StartException if they cannot start
     */
    void startMonitoring(Programs programs, MonitoringOptions options) {
        Monitoring watchers = new Monitoring(programs, folder.monitoring());
        running.push(watchers);
        watchers.start(new Watched(api(), gateway()), options);
        monitoring = Optional.of(watchers);
    }

    /** Where everything is reached, once everything has been started. */
    Addresses addresses() {
        return new Addresses(
                api(),
                gateway(),
                stack.registryUrl(),
                stack.bootstrapServers(),
                monitoring.map(each -> new Addresses.Watchers(each.prometheus(), each.alertmanager())));
    }

    private String api() {
        return HTTP + processor().port();
    }

    private String gateway() {
        return HTTP + ingest().port();
    }

    /** Stops who watches, the gateway, the processor, the registry, the broker, in this order, as far as they were started. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    /**
     * Whoever asks for a coordinator first makes the broker create its topic and is told to ask again, later and later
     * each time. Asked for now, with no interest in the answer, they are there when the processor asks.
     */
    private static void warmCoordinators(Admin admin) {
        admin.describeConsumerGroups(List.of(PROBE));
        admin.describeTransactions(List.of(PROBE));
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }

    private static void create(Admin admin, Map<String, String> registry) {
        new TopicCreation(admin, SchemaRegistries.of(registry), PLAN).create();
    }

    private <T> Starting<T> begun(String name, Starting.Life<T> life) {
        Starting<T> starting = Starting.of(name, life);
        running.push(starting);
        return starting;
    }

    private Processor newProcessor() {
        return Processor.of(ProcessorConfig.of(Map.ofEntries(
                Map.entry("bootstrap.servers", stack.bootstrapServers()),
                Map.entry(SchemaRegistries.URL, stack.registryUrl()),
                Map.entry("state.dir", folder.streams().toString()),
                Map.entry("num.standby.replicas", "0"),
                Map.entry("api.port", String.valueOf(settings.apiPort())),
                Map.entry("kafka.restore.consumer.fetch.max.wait.ms", SHORT_FETCH_MS),
                Map.entry("kafka.main.consumer.fetch.max.wait.ms", SHORT_FETCH_MS))));
    }

    private Ingest newIngest() {
        IngestConfig config = IngestConfig.of(Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                SchemaRegistries.URL,
                stack.registryUrl(),
                "gateway.port",
                String.valueOf(settings.gatewayPort()),
                // The next start settles what a kill -9 left open; under a new name readers would wait for its timeout.
                "publish.transactional-id",
                TRANSACTIONS));
        return new Ingest(config.portOption("--gateway-port"), InstantSource.system());
    }

    // Whatever a close throws, the others must be closed as well.
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} could not be stopped", part.getClass().getSimpleName(), e);
        }
    }

    private static IllegalStateException notStarted() {
        return new IllegalStateException("The roles are not started");
    }
}
