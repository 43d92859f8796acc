package vorsprung.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.http.JvmMetrics;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.file.Importer;
import vorsprung.ingest.gateway.Gateway;
import vorsprung.ingest.gateway.GatewayServer;
import vorsprung.ingest.gateway.KafkaSide;
import vorsprung.ingest.gateway.MissingGauges;
import vorsprung.ingest.gateway.Need;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.publish.EventPublisher;
import vorsprung.ingest.publish.KafkaProbe;
import vorsprung.ingest.publish.KafkaProducers;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Reachability;
import vorsprung.ingest.publish.Submissions;
import vorsprung.ingest.publish.TimedSubmissions;
import vorsprung.ingest.publish.journal.FollowedReporters;
import vorsprung.ingest.publish.journal.KafkaAttemptLog;
import vorsprung.ingest.publish.journal.KafkaJournal;
import vorsprung.ingest.publish.journal.ReporterRecords;
import vorsprung.ingest.source.Pause;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;
import vorsprung.wire.SchemaRegistry;

/** The ingest role: the publish gateway, and a publisher for imports. Nothing runs before {@link #start}. */
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final IngestConfig config;
    private final InstantSource clock;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Intake intake;
    private final EventPublisher publisher;
    private final SchemaRegistry registry;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Supplier<Optional<String>> journalMissing = Optional::empty;
    private int port;

    /**
     * Wires the role.
     *
     * @throws vorsprung.ingest.directory.AliasException when the file of aliases is not of its form
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public Ingest(IngestConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.intake = config.aliases()
                .map(file -> new Intake(new AliasesOnDisk(file, clock)))
                .orElseGet(() -> new Intake(Directory.bundled()));
        this.publisher = new EventPublisher(
                new KafkaProducers(config.publish()),
                config.publish().transactions(),
                config.publish().timeout(),
                clock,
                report -> Optional.of(ReporterRecords.of(report, clock.instant())));
        this.registry = SchemaRegistries.of(config.publish().registry());
        running.push(publisher);
    }

    /**
     * Opens the gateway, which is ready as soon as Kafka and the registry can be reached.
     *
     * @throws vorsprung.http.PortTakenException when the port cannot be bound
     */
    public void start() {
        Reachability kafka = reach("Kafka", kafkaProbe());
        Reachability registry = reach("The schema registry", this::missingRegistry);
        running.push(JvmMetrics.in(metrics));
        Gateway gateway = gateway(kafka);
        running.push(gateway);
        List<Need> needs = List.of(
                new Need("kafka", kafka::missing),
                new Need("registry", registry::missing),
                new Need("journal", journalMissing));
        MissingGauges.addTo(metrics, needs);
        GatewayServer started = new GatewayServer(
                config.http(),
                gateway,
                config.protection(),
                () -> needs.stream()
                        .flatMap(need -> need.missing().get().stream())
                        .toList(),
                metrics,
                clock);
        started.start();
        running.push(started);
        port = started.port();
        LOG.info(
                "The publish gateway listens on {}://{}:{}",
                config.http().scheme(),
                config.http().host(),
                port);
    }

    /** The port of the gateway; 0 before it is open. */
    public int port() {
        return port;
    }

    /** An import into the same Kafka; works without {@link #start}. */
    public Importer importer() {
        return new Importer(intake, publisher, clock);
    }

    /** An import that takes ids and names as they are, for what an export has written. */
    public Importer exactImporter() {
        return new Importer(new Intake(Directory.empty()), publisher, clock);
    }

    /** The watching of public sources; works without {@link #start}, and is the caller's to close. */
    public SourceWatch sources(Pause pause) {
        return new SourceWatch(this, config, pause, clock);
    }

    /** The way from raw reports to events. */
    public Intake intake() {
        return intake;
    }

    /** The way of events to Kafka; works without {@link #start}. */
    public Publisher publisher() {
        return publisher;
    }

    /** Closes the gateway first, then waits, bounded, for what is under way to Kafka. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private Gateway gateway(Reachability kafka) {
        KafkaJournal journal =
                new KafkaJournal(config.publish().kafka(), config.journal().timeout(), publisher::write);
        running.push(journal);
        KafkaAttemptLog attempts = new KafkaAttemptLog(journal, config.journal(), clock);
        running.push(attempts);
        FollowedReporters reporters = new FollowedReporters(journal, config.journal());
        running.push(reporters);
        attempts.start();
        reporters.start();
        journalMissing = () -> attempts.missing().or(reporters::missing);
        Submissions timed = new TimedSubmissions(publisher, metrics);
        return new Gateway(intake, new KafkaSide(timed, reporters, attempts, kafka::missing), metrics, clock);
    }

    private Reachability reach(String name, Reachability.Probe probe) {
        Reachability reachability = new Reachability(name, probe, LOOK_EVERY, clock);
        running.push(reachability);
        reachability.start();
        return reachability;
    }

    private KafkaProbe kafkaProbe() {
        KafkaProbe probe = new KafkaProbe(config.publish().kafka());
        running.push(probe);
        return probe;
    }

    /** Any question does; a registry that is away throws. */
    private Optional<String> missingRegistry() {
        if (registry.latest(Topics.of(EventType.FUNDING_ROUND).subject()).isEmpty()) {
            LOG.debug("The registry has no schema of funding rounds yet");
        }
        return Optional.empty();
    }

    // Whatever a close throws, the others must be closed as well.
    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            LOG.warn("{} could not be closed", each.getClass().getSimpleName(), e);
        }
    }
}
