package vorsprung.benchmarks.contestant;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.processor.report.EventReader;
import vorsprung.processor.report.WireEventReader;
import vorsprung.topic.EventType;

/** Counts the events of each subject with the DSL of Kafka Streams, exactly once: the floor of the engine. */
final class PlainCount implements Work {
    private final Map<String, String> settings;

    private PlainCount(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Every count is written at once, and only committed ones are seen: as our own stores are kept. */
    static PlainCount uncached() {
        return new PlainCount(Map.of());
    }

    /** As Kafka Streams does it by default: ten megabytes of cache, stores without transactions. */
    static PlainCount cached() {
        return new PlainCount(Map.of(
                "kafka." + StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, String.valueOf(10 * 1024 * 1024),
                "kafka." + StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, "false",
                "kafka." + StreamsConfig.DEFAULT_INTERACTIVE_QUERY_ISOLATION_LEVEL_CONFIG, "read_uncommitted"));
    }

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        Properties streams = StreamsWork.settings(assignment, settings);
        Meter meter = new Meter();
        return StreamsWork.run(topology(streams, meter), streams, assignment, meter);
    }

    private static Topology topology(Properties settings, Meter meter) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        List<String> topics =
                Arrays.stream(EventType.values()).map(EventType::topic).toList();
        builder.stream(topics, Consumed.with(Serdes.String(), events(meter)).withName("events-source"))
                .groupByKey(Grouped.with("subjects", Serdes.String(), events(meter)))
                .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts-by-subject")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.Long()));
        return builder.build(settings);
    }

    private static Serde<SpecificRecord> events(Meter meter) {
        EventReader reader = new WireEventReader(KnownSchemas.settings());
        Deserializer<SpecificRecord> deserializer = (topic, bytes) -> {
            meter.begin();
            return reader.read(EventType.onTopic(topic).orElseThrow(), ByteBuffer.wrap(bytes));
        };
        return Serdes.serdeFrom(
                (topic, event) -> {
                    throw new UnsupportedOperationException("a count writes no events");
                },
                deserializer);
    }
}
