package vorsprung.processor.topology;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.report.EventReader;
import vorsprung.topic.EventType;
import vorsprung.topic.EventType.Subject;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/**
 * The topology, from the event topics to the stores: one processor for each kind of subject. Events are keyed by their
 * subject, so nothing is repartitioned; what crosses keys is sent to every partition of the benchmarks.
 */
public final class MarketTopology {
    static final String PRICE_CUTS_SINK = "price-cuts-sink";
    static final String PRICE_WARS_SINK = "price-wars-sink";
    private static final String PRICE_CUTS_SOURCE = "price-cuts-source";
    private static final String WATCH_PRICE_WARS = "watch-price-wars";
    private static final String CROSSINGS_SOURCE = "crossings-source";
    private static final String TELL_BENCHMARKS = "tell-benchmarks";
    private static final String TOLD_BENCHMARKS_SINK = "told-benchmarks-sink";

    private MarketTopology() {}

    /**
     * What the topology is made of.
     *
     * @param reader reads events
     * @param writers write signals and changes
     * @param partitions number of partitions that all event topics have
     * @param thresholds from when on something is worth an alert
     * @param metrics counts
     * @param active is told what is processed
     * @param pace when it is committed
     */
    public record Parts(
            EventReader reader,
            Writers writers,
            int partitions,
            Thresholds thresholds,
            TopologyMetrics metrics,
            ActiveStores active,
            CommitPace pace) {

        /** Where nobody asks what is processed, and Kafka Streams commits as it does. */
        public Parts(
                EventReader reader, Writers writers, int partitions, Thresholds thresholds, TopologyMetrics metrics) {
            this(
                    reader,
                    writers,
                    partitions,
                    thresholds,
                    metrics,
                    new ActiveStores(),
                    new CommitPace(CommitPace.AT_LEISURE));
        }
    }

    /** The topology of these parts. */
    public static Topology build(Parts parts) {
        Topology topology = new Topology();
        add(topology, Subject.COMPANY, parts, new CompanyDesk(parts.thresholds()));
        add(topology, Subject.BENCHMARK, parts, new BenchmarkDesk(parts.thresholds()));
        add(topology, Subject.MODEL, parts, new ModelDesk(parts.thresholds()));
        addCrossings(topology, parts);
        sink(topology, PRICE_CUTS_SINK, Topics.PRICE_CUTS, nameOf(Subject.MODEL));
        source(topology, PRICE_CUTS_SOURCE, Topics.PRICE_CUTS.name());
        topology.addProcessor(WATCH_PRICE_WARS, PriceWarProcessor.supplier(parts), PRICE_CUTS_SOURCE);
        sink(topology, PRICE_WARS_SINK, Topics.SIGNALS, WATCH_PRICE_WARS);
        return topology;
    }

    /** Each processor has sinks of its own: one shared by two would make one sub-topology of them. */
    private static void add(Topology topology, Subject subject, Parts parts, Desk desk) {
        String processor = nameOf(subject);
        String[] sources = Arrays.stream(EventType.values())
                .filter(type -> type.subject() == subject)
                .map(type -> source(topology, type.topic().replaceFirst("^market\\.", "") + "-source", type.topic()))
                .toArray(String[]::new);
        topology.addProcessor(processor, SubjectProcessor.supplier(subject, parts, desk), sources);
        Sinks sinks = Sinks.of(subject);
        sink(topology, sinks.deadLetters(), Topics.DEAD_LETTERS, processor);
        sink(topology, sinks.changes(), Topics.CHANGES, processor);
        sink(topology, sinks.signals(), Topics.SIGNALS, processor);
    }

    /** What changes at companies and models is sent to every partition of the benchmarks. */
    private static void addCrossings(Topology topology, Parts parts) {
        for (Subject subject : List.of(Subject.COMPANY, Subject.MODEL)) {
            topology.addSink(
                    Sinks.of(subject).crossings(),
                    Topics.CROSSINGS.name(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    new EveryPartition(),
                    nameOf(subject));
        }
        source(topology, CROSSINGS_SOURCE, Topics.CROSSINGS.name());
        topology.addProcessor(TELL_BENCHMARKS, () -> new CrossingProcessor(parts), CROSSINGS_SOURCE);
        topology.connectProcessorAndStateStores(TELL_BENCHMARKS, Stores.TIMELINES_BY_BENCHMARK.name());
        sink(topology, TOLD_BENCHMARKS_SINK, Topics.CHANGES, TELL_BENCHMARKS);
    }

    private static String nameOf(Subject subject) {
        return switch (subject) {
            case COMPANY -> "value-companies";
            case BENCHMARK -> "rank-benchmarks";
            case MODEL -> "price-models";
        };
    }

    private static String source(Topology topology, String name, String topic) {
        topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
        return name;
    }

    private static void sink(Topology topology, String name, Topic topic, String... parents) {
        topology.addSink(name, topic.name(), new ByteArraySerializer(), new ByteArraySerializer(), parents);
    }
}
