package vorsprung.ingest.gateway;

import java.util.Optional;
import java.util.function.Supplier;
import vorsprung.ingest.publish.Submissions;
import vorsprung.ingest.publish.journal.AttemptLog;
import vorsprung.ingest.publish.journal.Reporters;

/**
 * What the gateway has of Kafka.
 *
 * @param missing why Kafka cannot be reached, so that nobody waits to find out; empty when it can
 */
public record KafkaSide(
        Submissions submissions, Reporters reporters, AttemptLog attempts, Supplier<Optional<String>> missing) {}
