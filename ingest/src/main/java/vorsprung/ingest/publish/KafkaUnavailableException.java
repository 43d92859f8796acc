package vorsprung.ingest.publish;

/** Kafka, or the schema registry, did not do its part in time. Whether an event is on its topic is then unknown. */
public final class KafkaUnavailableException extends RuntimeException {
    public KafkaUnavailableException(String message) {
        super(message);
    }

    public KafkaUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
