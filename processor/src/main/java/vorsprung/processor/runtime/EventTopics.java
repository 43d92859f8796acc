package vorsprung.processor.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;

/** The event topics as they are on the cluster, and the one over which they meet, which has as many partitions. */
public final class EventTopics {
    private final Map<String, Object> clientSettings;

    public EventTopics(Map<String, Object> clientSettings) {
        this.clientSettings = Map.copyOf(clientSettings);
    }

    /**
     * The number of partitions that all of them have.
     *
     * @throws IllegalStateException if one is missing, or they differ; the message says what to do
     */
    public int partitions() {
        Map<String, Integer> partitions = new TreeMap<>();
        Set<String> missing = new TreeSet<>();
        try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
            List<String> names = Stream.concat(
                            Arrays.stream(EventType.values()).map(EventType::topic), Stream.of(Topics.CROSSINGS.name()))
                    .toList();
            admin.describeTopics(names).topicNameValues().forEach((name, description) -> {
                count(description, name, partitions, missing);
            });
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the topics " + String.join(", ", missing)
                    + " do not exist; `vorsprung topics create` creates all of them");
        }
        if (Set.copyOf(partitions.values()).size() > 1) {
            throw new IllegalStateException("all event topics and " + Topics.CROSSINGS.name()
                    + " must have one number of partitions, found " + partitions);
        }
        return partitions.values().iterator().next();
    }

    private static void count(
            KafkaFuture<TopicDescription> description,
            String name,
            Map<String, Integer> partitions,
            Set<String> missing) {
        try {
            partitions.put(name, description.get().partitions().size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were looked up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                throw new IllegalStateException(
                        "this user of Kafka may not see topic " + name + "; docs/acls.sh gives the rights it needs", e);
            }
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new IllegalStateException("Kafka cannot be asked for its topics: " + e.getCause(), e);
            }
            missing.add(name);
        }
    }
}
