package vorsprung.benchmarks.contestant;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.processor.ProcessorConfig;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.report.WireEventReader;
import vorsprung.processor.topology.ActiveStores;
import vorsprung.processor.topology.CommitPace;
import vorsprung.processor.topology.MarketTopology;
import vorsprung.processor.topology.TopologyMetrics;
import vorsprung.processor.topology.Writers;

/** Our whole topology over all events, without the query API. */
final class MarketFold implements Work {
    static final int PARTITIONS = 4;

    private final int threads;

    /** With so many stream threads. */
    MarketFold(int threads) {
        this.threads = threads;
    }

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        Meter meter = new Meter();
        Properties settings = StreamsWork.settings(assignment, Map.of("num.stream.threads", String.valueOf(threads)));
        return StreamsWork.run(topology(PARTITIONS, new EventCount(meter::begin)), settings, assignment, meter);
    }

    /** The topology as the processor builds it. */
    static Topology topology(int partitions, TopologyMetrics metrics) {
        return topology(partitions, metrics, new ActiveStores());
    }

    /** The same, which tells here what it processes. */
    static Topology topology(int partitions, TopologyMetrics metrics, ActiveStores active) {
        return MarketTopology.build(new MarketTopology.Parts(
                new WireEventReader(KnownSchemas.settings()),
                Writers.of(KnownSchemas.settings()),
                partitions,
                Thresholds.DEFAULT,
                metrics,
                active,
                new CommitPace(ProcessorConfig.of(Map.of()).commitInterval())));
    }
}
