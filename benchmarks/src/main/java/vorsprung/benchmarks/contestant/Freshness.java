package vorsprung.benchmarks.contestant;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.benchmarks.stage.WireEvents;
import vorsprung.processor.query.LocalStores;
import vorsprung.processor.query.Queries;
import vorsprung.processor.report.WireEventReader;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.topology.ActiveStores;
import vorsprung.topic.Position;

/** Publishes single events and asks until a committed read shows them: from the send to the answer. */
final class Freshness implements Work {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final int WARM_UP = 200;
    private static final int PROBES = 400;
    private static final long MOST_REPLAYED = 1_000;

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        ActiveStores active = new ActiveStores();
        try (StreamsRuntime streams = new StreamsRuntime(
                        MarketFold.topology(MarketFold.PARTITIONS, new EventCount(() -> {}), active),
                        StreamsWork.settings(assignment, Map.of()),
                        active);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        assignment.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            streams.start();
            Queries queries = new Queries(
                    new LocalStores(streams, MarketFold.PARTITIONS),
                    new WireEventReader(KnownSchemas.settings()),
                    MOST_REPLAYED);
            return probes(new MarketEvents(assignment.shape(), WARM_UP + PROBES, 0), producer, queries);
        }
    }

    private static Measurement probes(
            Iterator<SpecificRecord> events, KafkaProducer<byte[], byte[]> producer, Queries queries) throws Exception {
        WireEvents wire = new WireEvents(KnownSchemas.settings());
        Random random = new Random(1);
        Percentiles percentiles = new Percentiles();
        for (int i = 0; i < WARM_UP + PROBES; i++) {
            long began = System.nanoTime();
            RecordMetadata sent = producer.send(wire.record(events.next())).get();
            Position position = Position.NOWHERE.with(sent.topic(), sent.partition(), sent.offset());
            if (!queries.await().reaches(position, PATIENCE)) {
                throw new IllegalStateException(position + " was not queryable after " + PATIENCE);
            }
            if (i >= WARM_UP) {
                percentiles.add(System.nanoTime() - began);
            }
            // Without a pause of another length each time, every event would be published right after a commit.
            LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_PAUSE.toNanos()));
        }
        return percentiles.addTo(Measurement.empty());
    }
}
