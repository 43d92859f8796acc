package vorsprung.ingest.gateway;

import java.util.Optional;
import vorsprung.access.Caller;
import vorsprung.topic.EventType;

/**
 * A request to publish.
 *
 * @param remoteAddress where it came from
 * @param key the {@code Idempotency-Key}
 */
record Request(Caller caller, String remoteAddress, EventType type, Optional<String> key) {}
