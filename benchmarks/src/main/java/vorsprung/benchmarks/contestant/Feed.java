package vorsprung.benchmarks.contestant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.benchmarks.stage.WireEvents;
import vorsprung.topic.Position;

/** A market's events, published as they are wanted: so many at once, or so many a second. One thread at a time. */
final class Feed implements AutoCloseable {
    private static final Duration BETWEEN_SENDS = Duration.ofMillis(5);
    private static final double NANOS = 1e9;

    private final WireEvents wire = new WireEvents(KnownSchemas.settings());
    private final Iterator<SpecificRecord> market;
    private final KafkaProducer<byte[], byte[]> producer;

    /** At most so many events, all told. */
    Feed(Assignment assignment, long most) {
        this.market = new MarketEvents(assignment.shape(), most, 0);
        this.producer =
                new KafkaProducer<>(assignment.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Publishes the next so many; where they end, once all are acknowledged. */
    Position publish(long events) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (long i = 0; i < events; i++) {
            sent.add(producer.send(wire.record(market.next())));
        }
        Position end = Position.NOWHERE;
        for (Future<RecordMetadata> each : sent) {
            end = end.with(
                    each.get().topic(), each.get().partition(), each.get().offset());
        }
        return end;
    }

    /** Publishes so many a second, until it is stopped; where they end, once all are acknowledged. */
    Position publishUntil(AtomicBoolean stopped, double eventsPerSecond) throws Exception {
        Position end = Position.NOWHERE;
        long published = 0;
        long began = System.nanoTime();
        while (!stopped.get()) {
            long due = (long) (eventsPerSecond * (System.nanoTime() - began) / NANOS);
            end = end.and(publish(due - published));
            published = due;
            LockSupport.parkNanos(BETWEEN_SENDS.toNanos());
        }
        return end;
    }

    @Override
    public void close() {
        producer.close();
    }
}
