package vorsprung.ingest.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
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
public final class EventPublisher implements Publisher, Submissions, AutoCloseable {
    private final InstantSource clock;
    private final SingleProducer single;
    private final TransactionPool transactions;
    private final Function<Report, Optional<Companion>> beside;

    /** Publishes events and nothing with them. */
    public EventPublisher(Producers producers, int transactions, Duration timeout, InstantSource clock) {
        this(producers, transactions, timeout, clock, report -> Optional.empty());
    }

    /** {@code beside} makes the record that goes with each event that does not come in a {@link Submission}. */
    public EventPublisher(
            Producers producers,
            int transactions,
            Duration timeout,
            InstantSource clock,
            Function<Report, Optional<Companion>> beside) {
        this.clock = clock;
        this.beside = beside;
        this.single = new SingleProducer(producers::idempotent);
        this.transactions = new TransactionPool(producers, transactions, timeout);
    }

    /** What goes with the event is written before it, so that an event is never without; but not in one transaction. */
    @Override
    public CompletableFuture<Published> send(Report report) {
        Optional<CompletableFuture<RecordMetadata>> first = beside.apply(report).map(with -> send(record(with)));
        CompletableFuture<RecordMetadata> event = send(record(report));
        CompletableFuture<Published> done = new CompletableFuture<>();
        first.ifPresent(with -> failTogether(with, done));
        CompletableFuture<Void> unused = CompletableFuture.allOf(first.orElse(event), event)
                .whenComplete((all, failure) -> {
                    if (failure == null) {
                        done.complete(published(report, event.join()));
                    }
                });
        failTogether(event, done);
        return done;
    }

    // The future's own failure, not one wrapped on its way.
    private static void failTogether(CompletableFuture<?> one, CompletableFuture<?> other) {
        CompletableFuture<?> unused = one.whenComplete((done, failure) -> {
            if (failure != null) {
                other.completeExceptionally(failure);
            }
        });
    }

    /**
     * Writes one record on its own, and waits until Kafka has it.
     *
     * @return its offset
     * @throws KafkaUnavailableException when Kafka did not say in time that it has it
     */
    public long write(Companion companion) {
        return await(send(record(companion))).offset();
    }

    @Override
    public <T> T reserve(Function<Reservation, T> work) {
        return transactions.use(producer -> {
            producer.prepare();
            return work.apply(new Reserved(producer));
        });
    }

    /** A producer for one request. */
    private final class Reserved implements Reservation {
        private final TransactionalProducer producer;

        Reserved(TransactionalProducer producer) {
            this.producer = producer;
        }

        @Override
        public String transactionalId() {
            return producer.transactionalId();
        }

        @Override
        public List<Published> write(Submission submission) {
            List<Report> reports = submission.reports();
            List<ProducerRecord<String, SpecificRecord>> first = Stream.concat(
                            reports.stream().map(EventPublisher.this::record),
                            submission.beside().stream().map(EventPublisher.this::record))
                    .toList();
            List<RecordMetadata> written = producer.write(new TransactionalProducer.Records(
                    first, submission.closing().map(make -> metadata -> record(make.apply(all(reports, metadata))))));
            return all(reports, written);
        }
    }

    /** Waits, bounded, for what is under way. */
    @Override
    public void close() {
        single.close();
        transactions.close();
    }

    private CompletableFuture<RecordMetadata> send(ProducerRecord<String, SpecificRecord> record) {
        CompletableFuture<RecordMetadata> done = new CompletableFuture<>();
        try {
            Producer<String, SpecificRecord> producer = single.get();
            Future<RecordMetadata> unused =
                    producer.send(record, (metadata, failure) -> complete(done, metadata, failure));
        } catch (KafkaException | IllegalStateException e) {
            fail(done, e);
        }
        return done;
    }

    private ProducerRecord<String, SpecificRecord> record(Report report) {
        return new ProducerRecord<>(report.type().topic(), null, clock.millis(), report.key(), report.event());
    }

    private ProducerRecord<String, SpecificRecord> record(Companion companion) {
        return new ProducerRecord<>(companion.topic().name(), null, clock.millis(), companion.key(), companion.value());
    }

    private void complete(
            CompletableFuture<RecordMetadata> done, @Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null && metadata != null) {
            done.complete(metadata);
        } else {
            fail(done, failure == null ? new IllegalStateException("neither metadata nor failure") : failure);
        }
    }

    private void fail(CompletableFuture<?> done, Exception failure) {
        if (Failures.isFatal(failure)) {
            single.replace();
        }
        done.completeExceptionally(Failures.of(failure));
    }

    /** Where the events lie; what was written beside them comes after. */
    private static List<Published> all(List<Report> reports, List<RecordMetadata> written) {
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            published.add(published(reports.get(i), written.get(i)));
        }
        return List.copyOf(published);
    }

    private static Published published(Report report, RecordMetadata metadata) {
        return new Published(report.eventId(), metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The producer's delivery timeout bounds the wait. */
    private static <T> T await(CompletableFuture<T> sent) {
        try {
            return sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
