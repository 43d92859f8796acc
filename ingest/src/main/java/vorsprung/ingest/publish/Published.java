package vorsprung.ingest.publish;

/** Where an event lies now that all in-sync replicas have acknowledged it. */
public record Published(String eventId, String topic, int partition, long offset) {}
