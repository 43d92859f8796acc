package vorsprung.ingest.publish;

import java.util.function.Function;

/** Hands out transactional producers, each to one request at a time. Safe for use by many threads. */
public interface Submissions {
    /**
     * Does work with a producer of its own.
     *
     * @throws KafkaUnavailableException when none is free in time, or Kafka is away
     */
    <T> T reserve(Function<Reservation, T> work);
}
