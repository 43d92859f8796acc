package vorsprung.benchmarks.contestant;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
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
                open.add(ready(producers, i));
            }
            return Batches.publish(assignment, batch -> batch, (worker, batch) -> {
                try {
                    commit(open.get(worker), batch);
                } catch (KafkaException e) {
                    // As the gateway does: a producer that failed is replaced, and the batch is sent again.
                    open.get(worker).close();
                    open.set(worker, ready(producers, worker));
                    commit(open.get(worker), batch);
                }
            });
        } finally {
            open.forEach(Producer::close);
        }
    }

    private static Producer<String, SpecificRecord> ready(KafkaProducers producers, int worker) {
        Producer<String, SpecificRecord> producer = producers.transactional(worker);
        producer.initTransactions();
        return producer;
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
