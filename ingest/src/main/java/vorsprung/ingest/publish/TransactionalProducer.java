package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transactional producer, used by one thread at a time. After a failure the transaction is aborted; where even that
 * fails, the producer is given up, and its successor under the same transactional id settles what was left open.
 */
final class TransactionalProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalProducer.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Supplier<Producer<String, SpecificRecord>> make;
    private @Nullable Producer<String, SpecificRecord> open;

    TransactionalProducer(Supplier<Producer<String, SpecificRecord>> make) {
        this.make = make;
    }

    synchronized List<RecordMetadata> write(List<ProducerRecord<String, SpecificRecord>> records) {
        try {
            Producer<String, SpecificRecord> producer = open();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            producer.commitTransaction();
            return sent.stream().map(TransactionalProducer::written).toList();
        } catch (KafkaException | IllegalStateException e) {
            abort(e);
            throw Failures.of(e);
        }
    }

    private Producer<String, SpecificRecord> open() {
        Producer<String, SpecificRecord> producer = open;
        if (producer == null) {
            producer = make.get();
            open = producer;
            producer.initTransactions();
        }
        return producer;
    }

    /** All futures are done once the commit is. */
    private static RecordMetadata written(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException | CancellationException e) {
            throw new KafkaException("a committed record has no offset", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private void abort(Exception cause) {
        Producer<String, SpecificRecord> producer = open;
        if (producer == null) {
            return;
        }
        try {
            if (!Failures.isFatal(cause)) {
                producer.abortTransaction();
                return;
            }
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("A transaction could not be aborted; its producer is replaced: {}", e.getMessage());
        }
        open = null;
        producer.close(Duration.ZERO);
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close(CLOSE);
        }
    }
}
