package vorsprung.processor.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.query.LocalStores;
import vorsprung.processor.query.Queries;
import vorsprung.processor.report.WireEventReader;
import vorsprung.signal.Change;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/** The whole topology in a test driver, with real serdes, and the questions that its stores answer. */
public final class TopologyFixture implements AutoCloseable {
    /** The wall clock and record timestamp, unless a test names another. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://topology-fixture");

    private final Path stateDir = newStateDir();
    private final CountingMetrics metrics = new CountingMetrics();
    private final Map<String, Long> offsets = new HashMap<>();
    private final TopologyTestDriver driver;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<byte[], byte[]> changes;
    private final Queries queries;

    /** With event topics of one partition, which keeps every subject. */
    public TopologyFixture() {
        this(1);
    }

    /** With event topics of so many partitions, of which the driver runs the first. */
    public TopologyFixture(int partitions) {
        driver = new TopologyTestDriver(topology(partitions, metrics), settings(stateDir), NOW);
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        changes = driver.createOutputTopic(
                Topics.CHANGES.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        queries = new Queries(
                new LocalStores(new DriverStreams(driver), partitions), new WireEventReader(REGISTRY), 1_000);
    }

    /** The serdes of signals and changes. */
    public static Writers writers() {
        return Writers.of(REGISTRY);
    }

    /** The topology that the driver runs, over event topics of so many partitions. */
    static Topology topology(int partitions) {
        return topology(partitions, TopologyMetrics.none());
    }

    private static Topology topology(int partitions, TopologyMetrics metrics) {
        return MarketTopology.build(new MarketTopology.Parts(
                new WireEventReader(REGISTRY), writers(), partitions, Thresholds.DEFAULT, metrics));
    }

    /** Publishes an event under its own key, now. */
    public Position publish(SpecificRecord event) {
        return publish(event, NOW);
    }

    /** Publishes events under their own keys, now. */
    public void publishAll(List<? extends SpecificRecord> events) {
        events.forEach(this::publish);
    }

    /** Publishes an event under its own key, at this record timestamp. */
    public Position publish(SpecificRecord event, Instant timestamp) {
        EventType type = typeOf(event);
        return pipe(type, new TestRecord<>(utf8(type.keyOf(event)), wire(event), timestamp));
    }

    /** Puts a record on an event topic as it is, now. */
    public Position pipe(EventType type, byte @Nullable [] key, byte @Nullable [] value) {
        return pipe(type, new TestRecord<>(key, value, NOW));
    }

    /** An event as it lies on its topic. */
    public static byte[] wire(SpecificRecord event) {
        EventType type = typeOf(event);
        return serialized(type, type.record(), event);
    }

    /** The dead letters since they were last asked for. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** The changes since they were last asked for. */
    public List<Change> changes() {
        return changes.readValuesToList().stream()
                .map(value -> writers().changes().deserializer().deserialize(Topics.CHANGES.name(), value))
                .toList();
    }

    /** The header of a record, as text. */
    public static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Questions to the stores. */
    public Queries queries() {
        return queries;
    }

    /** What was counted, by type and outcome. */
    public Map<String, Integer> counts() {
        return metrics.counts();
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(stateDir.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a record on an event topic as it is. */
    public Position pipe(EventType type, TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(type.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
        long offset = offsets.merge(type.topic(), 0L, (last, none) -> last + 1);
        return Position.NOWHERE.with(type.topic(), 0, offset);
    }

    private static EventType typeOf(SpecificRecord event) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.record().isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends SpecificRecord> byte[] serialized(EventType type, Class<T> record, SpecificRecord event) {
        Serializer<T> serializer = SerdeFactory.serde(REGISTRY, record).serializer();
        return serializer.serialize(type.topic(), record.cast(event));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Properties settings(Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "vorsprung-processor");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return settings;
    }

    private static Path newStateDir() {
        try {
            return Files.createTempDirectory("topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
