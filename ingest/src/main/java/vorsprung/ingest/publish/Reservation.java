package vorsprung.ingest.publish;

import java.util.List;

/** A transactional producer that is one request's alone for a while. */
public interface Reservation {
    /** Its transactional id, under which it has been made known to Kafka already: whoever fences it from now on wins. */
    String transactionalId();

    /**
     * Writes all or nothing, and returns where the events lie.
     *
     * @throws KafkaUnavailableException when Kafka did not say in time that it has them; they may be there all the same
     * @throws EventTooLargeException when Kafka will not take one of them; nothing is written then
     */
    List<Published> write(Submission submission);
}
