package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one producer of single events: made when first needed, and anew after it has failed for good. */
final class SingleProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleProducer.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Supplier<Producer<String, SpecificRecord>> make;
    private @Nullable Producer<String, SpecificRecord> producer;
    private volatile boolean broken;

    SingleProducer(Supplier<Producer<String, SpecificRecord>> make) {
        this.make = make;
    }

    synchronized Producer<String, SpecificRecord> get() {
        Producer<String, SpecificRecord> current = producer;
        if (current != null && broken) {
            LOG.warn("The producer has failed for good and is replaced");
            current.close(Duration.ZERO);
            current = null;
        }
        if (current == null) {
            broken = false;
            current = make.get();
            producer = current;
        }
        return current;
    }

    /** The next event gets a new producer. Does not close here, since this is called on the producer's own thread. */
    void replace() {
        broken = true;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE);
        }
    }
}
