package vorsprung.ingest.publish;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.EventType;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/** Asks the cluster for the topics that are written to: tells whether it answers, and whether they are there. */
public final class KafkaProbe implements Reachability.Probe, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Admin admin;

    public KafkaProbe(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>();
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "vorsprung-ingest-probe");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        kafka.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        this.admin = Admin.create(config);
    }

    @Override
    public Optional<String> missing() {
        List<String> topics = Stream.concat(
                        Arrays.stream(EventType.values()).map(Topics::of), Topics.ofGateways().stream())
                .map(Topic::name)
                .toList();
        return admin.describeTopics(topics).topicNameValues().entrySet().stream()
                .map(topic -> missing(topic.getKey(), topic.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> missing(String topic, KafkaFuture<?> described) {
        try {
            described.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(reason(topic, e.getCause()));
        } catch (TimeoutException e) {
            return Optional.of("Kafka does not answer within " + PATIENCE.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Kafka was not asked to the end");
        }
    }

    private static String reason(String topic, @Nullable Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "Topic " + topic + " is missing; create it with: vorsprung topics create";
        }
        if (cause instanceof AuthorizationException) {
            return "This user of Kafka may not see topic " + topic + "; docs/acls.sh gives the rights it needs";
        }
        return "Kafka does not answer: " + cause;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
