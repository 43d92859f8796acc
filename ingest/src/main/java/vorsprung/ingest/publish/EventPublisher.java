package vorsprung.ingest.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes through Kafka: single events by an idempotent producer, batches each in a transaction of its own. The record
 * timestamp is the wall clock, never {@code occurredAt}, by which brokers would delete history.
 */
public final class EventPublisher implements Publisher, AutoCloseable {
    private final InstantSource clock;
    private final SingleProducer single;
    private final TransactionPool transactions;

    public EventPublisher(Producers producers, int transactions, Duration timeout, InstantSource clock) {
        this.clock = clock;
        this.single = new SingleProducer(producers::idempotent);
        this.transactions = new TransactionPool(producers, transactions, timeout);
    }

    @Override
    public CompletableFuture<Published> send(Report report) {
        CompletableFuture<Published> done = new CompletableFuture<>();
        try {
            Producer<String, SpecificRecord> producer = single.get();
            Future<RecordMetadata> unused =
                    producer.send(record(report), (metadata, failure) -> complete(done, report, metadata, failure));
        } catch (KafkaException | IllegalStateException e) {
            fail(done, e);
        }
        return done;
    }

    @Override
    public List<Published> publishAll(List<Report> reports) {
        if (reports.size() == 1) {
            return List.of(await(send(reports.get(0))));
        }
        List<RecordMetadata> written =
                transactions.write(reports.stream().map(this::record).toList());
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            published.add(published(reports.get(i), written.get(i)));
        }
        return List.copyOf(published);
    }

    /** Waits, bounded, for what is under way. */
    @Override
    public void close() {
        single.close();
        transactions.close();
    }

    private ProducerRecord<String, SpecificRecord> record(Report report) {
        return new ProducerRecord<>(report.type().topic(), null, clock.millis(), report.key(), report.event());
    }

    private void complete(
            CompletableFuture<Published> done,
            Report report,
            @Nullable RecordMetadata metadata,
            @Nullable Exception failure) {
        if (failure == null && metadata != null) {
            done.complete(published(report, metadata));
        } else {
            fail(done, failure == null ? new IllegalStateException("neither metadata nor failure") : failure);
        }
    }

    private void fail(CompletableFuture<Published> done, Exception failure) {
        if (Failures.isFatal(failure)) {
            single.replace();
        }
        done.completeExceptionally(Failures.of(failure));
    }

    private static Published published(Report report, RecordMetadata metadata) {
        return new Published(report.eventId(), metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The producer's delivery timeout bounds the wait. */
    private static Published await(CompletableFuture<Published> sent) {
        try {
            return sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
