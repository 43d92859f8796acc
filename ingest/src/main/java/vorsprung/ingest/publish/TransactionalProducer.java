package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    private final String transactionalId;
    private final Supplier<Producer<String, SpecificRecord>> make;
    private @Nullable Producer<String, SpecificRecord> open;

    /**
     * Records for one transaction.
     *
     * @param first are sent first
     * @param last makes one more record of where those lie
     */
    record Records(
            List<ProducerRecord<String, SpecificRecord>> first,
            Optional<Function<List<RecordMetadata>, ProducerRecord<String, SpecificRecord>>> last) {}

    TransactionalProducer(String transactionalId, Supplier<Producer<String, SpecificRecord>> make) {
        this.transactionalId = transactionalId;
        this.make = make;
    }

    String transactionalId() {
        return transactionalId;
    }

    /** Makes it known to Kafka, unless it is: whoever else has its transactional id can do nothing any more. */
    synchronized void prepare() {
        try {
            open();
        } catch (KafkaException | IllegalStateException e) {
            abort(e);
            throw Failures.of(e);
        }
    }

    /** Writes all of the records or none, and returns where the first ones lie. */
    synchronized List<RecordMetadata> write(Records records) {
        try {
            Producer<String, SpecificRecord> producer = open();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent =
                    records.first().stream().map(producer::send).toList();
            Stream<Future<RecordMetadata>> last = records.last().stream().map(make -> {
                producer.flush();
                return producer.send(make.apply(written(sent)));
            });
            List<Future<RecordMetadata>> closing = last.toList();
            producer.commitTransaction();
            written(closing);
            return written(sent);
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

    private static List<RecordMetadata> written(List<Future<RecordMetadata>> sent) {
        return sent.stream().map(TransactionalProducer::written).toList();
    }

    /** All futures are done once a flush or commit is. */
    private static RecordMetadata written(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException | CancellationException e) {
            throw new KafkaException("a written record has no offset", e.getCause() == null ? e : e.getCause());
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
