package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few transactional producers, each for one request at a time; a request waits, bounded, for a free one. */
final class TransactionPool implements AutoCloseable {
    private final Duration timeout;
    private final List<TransactionalProducer> all;
    private final BlockingQueue<TransactionalProducer> free;

    TransactionPool(Producers producers, int size, Duration timeout) {
        this.timeout = timeout;
        this.all = IntStream.range(0, size)
                .mapToObj(number -> new TransactionalProducer(
                        producers.transactionalId(number), () -> producers.transactional(number)))
                .toList();
        this.free = new ArrayBlockingQueue<>(size, true, all);
    }

    /** Does work with a producer that nobody else has meanwhile. */
    <T> T use(Function<TransactionalProducer, T> work) {
        TransactionalProducer producer = borrow();
        try {
            return work.apply(producer);
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
