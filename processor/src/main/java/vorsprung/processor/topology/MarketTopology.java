package vorsprung.processor.topology;

import java.util.Arrays;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import vorsprung.processor.report.EventReader;
import vorsprung.topic.EventType;
import vorsprung.topic.EventType.Subject;
import vorsprung.topic.Topics;

/**
 * The topology, from the event topics to the stores: one processor for each kind of subject. Events are keyed by their
 * subject, so nothing is repartitioned.
 */
public final class MarketTopology {
    static final String DEAD_LETTERS_SINK = "dead-letters-sink";
    private static final String VALUE_COMPANIES = "value-companies";
    private static final String RANK_BENCHMARKS = "rank-benchmarks";
    private static final String PRICE_MODELS = "price-models";

    private MarketTopology() {}

    /**
     * What the topology is made of.
     *
     * @param reader reads events
     * @param partitions number of partitions that all event topics have
     * @param metrics counts
     */
    public record Parts(EventReader reader, int partitions, TopologyMetrics metrics) {}

    /** The topology of these parts. */
    public static Topology build(Parts parts) {
        Topology topology = new Topology();
        add(topology, Subject.COMPANY, VALUE_COMPANIES, parts, new CompanyDesk());
        add(topology, Subject.BENCHMARK, RANK_BENCHMARKS, parts, new BenchmarkDesk());
        add(topology, Subject.MODEL, PRICE_MODELS, parts, new ModelDesk());
        topology.addSink(
                DEAD_LETTERS_SINK,
                Topics.DEAD_LETTERS.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                VALUE_COMPANIES,
                RANK_BENCHMARKS,
                PRICE_MODELS);
        return topology;
    }

    private static void add(Topology topology, Subject subject, String processor, Parts parts, Desk desk) {
        String[] sources = Arrays.stream(EventType.values())
                .filter(type -> type.subject() == subject)
                .map(type -> addSource(topology, type))
                .toArray(String[]::new);
        topology.addProcessor(processor, SubjectProcessor.supplier(subject, parts, desk), sources);
    }

    private static String addSource(Topology topology, EventType type) {
        String name = type.topic().replaceFirst("^market\\.", "") + "-source";
        topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), type.topic());
        return name;
    }
}
