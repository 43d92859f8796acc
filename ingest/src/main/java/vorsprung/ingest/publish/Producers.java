package vorsprung.ingest.publish;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;

/** Makes the producers that a publisher needs, and again when one has failed for good. */
public interface Producers {
    /** An idempotent producer. */
    Producer<String, SpecificRecord> idempotent();

    /** The transactional id of the producer with this number. */
    String transactionalId(int number);

    /** A transactional producer that has not called {@code initTransactions} yet; one transactional id a number. */
    Producer<String, SpecificRecord> transactional(int number);
}
