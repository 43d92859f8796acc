package vorsprung.benchmarks.contestant;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.ingest.publish.KafkaProducers;
import vorsprung.topic.EventType;

/** The same batches by four bare producers with the gateway's settings: a transaction each, encoded by our serde. */
final class ProducerPublish implements Work {

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        KafkaProducers producers =
                new KafkaProducers(Batches.settings(assignment).publish());
        List<Producer<String, SpecificRecord>> open = new ArrayList<>();
        try {
            for (int i = 0; i < Batches.WORKERS; i++) {
                Producer<String, SpecificRecord> producer = producers.transactional(i);
                open.add(producer);
                producer.initTransactions();
            }
            return Batches.publish(assignment, batch -> batch, (worker, batch) -> commit(open.get(worker), batch));
        } finally {
            open.forEach(Producer::close);
        }
    }

    /** A commit fails when one of the records was not acknowledged. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void commit(Producer<String, SpecificRecord> producer, List<SpecificRecord> batch) {
        producer.beginTransaction();
        for (SpecificRecord event : batch) {
            EventType type = EventType.BENCHMARK_RESULT;
            producer.send(new ProducerRecord<>(type.topic(), type.keyOf(event), event));
        }
        producer.commitTransaction();
    }
}
