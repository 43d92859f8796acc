package vorsprung.benchmarks.contestant;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.ingest.publish.KafkaProducers;
import vorsprung.topic.EventType;

/** The same batches by as many bare producers, with the gateway's settings: a transaction each, encoded by our serde. */
final class ProducerPublish implements Work {

    /** A producer by its number, which is part of its transactional id. */
    private record Numbered(int number, Producer<String, SpecificRecord> producer) {}

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        KafkaProducers producers =
                new KafkaProducers(Batches.settings(assignment).publish());
        BlockingQueue<Numbered> free = new LinkedBlockingQueue<>();
        try {
            for (int i = 0; i < Batches.PRODUCERS; i++) {
                free.add(ready(producers, i));
            }
            return Batches.publish(assignment, batch -> batch, batch -> {
                Numbered next = free.take();
                free.add(published(producers, next, batch));
            });
        } finally {
            free.forEach(each -> each.producer().close());
        }
    }

    /** As the gateway does: a producer that failed is replaced, and the batch is sent again. */
    private static Numbered published(KafkaProducers producers, Numbered by, List<SpecificRecord> batch) {
        try {
            commit(by.producer(), batch);
            return by;
        } catch (KafkaException e) {
            by.producer().close();
            Numbered again = ready(producers, by.number());
            commit(again.producer(), batch);
            return again;
        }
    }

    private static Numbered ready(KafkaProducers producers, int number) {
        Producer<String, SpecificRecord> producer = producers.transactional(number);
        producer.initTransactions();
        return new Numbered(number, producer);
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
