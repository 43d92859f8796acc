package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A few transactional producers, each for one batch at a time; a batch waits, bounded, for a free one. */
final class TransactionPool implements AutoCloseable {
    private final Duration timeout;
    private final List<TransactionalProducer> all;
    private final BlockingQueue<TransactionalProducer> free;

    TransactionPool(Producers producers, int size, Duration timeout) {
        this.timeout = timeout;
        this.all = IntStream.range(0, size)
                .mapToObj(number -> new TransactionalProducer(() -> producers.transactional(number)))
                .toList();
        this.free = new ArrayBlockingQueue<>(size, true, all);
    }

    /** Writes all of the records or none. */
    List<RecordMetadata> write(List<ProducerRecord<String, SpecificRecord>> records) {
        TransactionalProducer producer = borrow();
        try {
            return producer.write(records);
        } finally {
            free.add(producer);
        }
    }

    private TransactionalProducer borrow() {
        try {
            @Nullable TransactionalProducer producer = free.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (producer == null) {
                throw new KafkaUnavailableException(
                        "all " + all.size() + " transactions were busy for " + timeout.toMillis() + " ms");
            }
            return producer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("interrupted while waiting for a free transaction", e);
        }
    }

    @Override
    public void close() {
        all.forEach(TransactionalProducer::close);
    }
}
