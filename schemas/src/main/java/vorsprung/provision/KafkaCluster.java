package vorsprung.provision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A cluster behind Kafka's own client, whose timeouts bound every wait. */
final class KafkaCluster implements Cluster {
    private final Admin admin;

    KafkaCluster(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Set<String> create(List<NewTopic> topics) {
        return admin.createTopics(topics).values().entrySet().stream()
                .filter(creation -> isNew(creation.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNew(KafkaFuture<Void> creation) {
        try {
            answer(creation);
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    @Override
    public Map<String, ExistingTopic> find(Collection<String> names) {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(names).topicNameValues();
        Map<ConfigResource, KafkaFuture<Config>> settings = admin.describeConfigs(
                        names.stream().map(KafkaCluster::resource).toList())
                .values();
        Map<String, ExistingTopic> found = new HashMap<>();
        for (String name : names) {
            existing(
                            Objects.requireNonNull(descriptions.get(name)),
                            Objects.requireNonNull(settings.get(resource(name))))
                    .ifPresent(topic -> found.put(name, topic));
        }
        return found;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static Optional<ExistingTopic> existing(
            KafkaFuture<TopicDescription> description, KafkaFuture<Config> settings) {
        try {
            int partitions = answer(description).partitions().size();
            Map<String, String> values = answer(settings).entries().stream()
                    .filter(entry -> entry.value() != null)
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
            return Optional.of(new ExistingTopic(partitions, values));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    // What the cluster said is thrown, not the future's wrapper of it.
    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
