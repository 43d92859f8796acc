package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.Map;

/**
 * How events are published.
 *
 * @param kafka settings of Kafka's clients under Kafka's names, {@code bootstrap.servers} among them
 * @param registry settings of the serde and the schema registry under Confluent's names
 * @param timeout how long an acknowledgement is waited for
 * @param transactions how many requests may be under way at once
 * @param transactionalId prefix of the transactional ids; of this instance alone, as another with the same fences it
 */
public record PublishSettings(
        Map<String, String> kafka,
        Map<String, String> registry,
        Duration timeout,
        int transactions,
        String transactionalId) {
    /** Ten seconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** Eight requests. */
    public static final int DEFAULT_TRANSACTIONS = 8;

    public PublishSettings {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
        if (transactions < 1) {
            throw new IllegalArgumentException("at least one transaction is needed, found " + transactions);
        }
        if (timeout.toMillis() < 100) {
            throw new IllegalArgumentException("publishing needs at least 100 ms, found " + timeout);
        }
    }

    /** Settings may hold passwords, so their values are not shown. */
    @Override
    public String toString() {
        return "PublishSettings[kafka=" + kafka.keySet() + ", registry=" + registry.keySet() + ", timeout=" + timeout
                + ", transactions=" + transactions + ", transactionalId=" + transactionalId + "]";
    }
}
