package vorsprung.benchmarks.contestant;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.processor.ProcessorConfig;
import vorsprung.processor.StreamsSettings;
import vorsprung.processor.query.Peer;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.topology.ActiveStores;

/** Runs a topology over all events, from the first one it sees until all are committed. */
final class StreamsWork {
    /** Nobody asks an instance that is measured. */
    private static final Peer ASKED_BY_NOBODY = new Peer("127.0.0.1", 1);

    private StreamsWork() {}

    /** The settings of our processor, with these on top: every engine is told the same but for what is compared. */
    static Properties settings(Assignment assignment, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(KnownSchemas.settings());
        settings.put("bootstrap.servers", assignment.bootstrapServers());
        settings.put("application.id", assignment.name());
        settings.put("state.dir", assignment.folder().resolve("state").toString());
        settings.put("api.port", "0");
        settings.putAll(more);
        return StreamsSettings.of(ProcessorConfig.of(settings), ASKED_BY_NOBODY);
    }

    /** Runs it, with a meter that its first event starts. */
    static Measurement run(Topology topology, Properties settings, Assignment assignment, Meter meter)
            throws Exception {
        try (Committed committed = new Committed(assignment);
                StreamsRuntime streams = new StreamsRuntime(topology, settings, new ActiveStores())) {
            streams.start();
            committed.await(assignment.events(), streams.client());
            return meter.end(assignment.events());
        }
    }
}
