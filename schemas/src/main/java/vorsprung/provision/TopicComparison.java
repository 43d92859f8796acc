package vorsprung.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vorsprung.provision.TopicReport.Outcome;
import vorsprung.topic.Topic;

/** How topics on the cluster differ from the plan: in partitions, and in each setting that the plan names. */
final class TopicComparison {
    private final Admin admin;
    private final ToIntFunction<Topic> partitions;

    TopicComparison(Admin admin, ToIntFunction<Topic> partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    /** A report on each of the topics, by name; {@link Outcome#MISSING} for one that is not there. */
    Map<String, TopicReport> compare(List<Topic> topics) {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        Map<ConfigResource, KafkaFuture<Config>> settings = admin.describeConfigs(
                        topics.stream().map(TopicComparison::resource).toList())
                .values();
        Map<String, TopicReport> reports = new HashMap<>();
        for (Topic topic : topics) {
            reports.put(
                    topic.name(),
                    report(
                            topic,
                            Objects.requireNonNull(descriptions.get(topic.name())),
                            Objects.requireNonNull(settings.get(resource(topic)))));
        }
        return reports;
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private TopicReport report(Topic topic, KafkaFuture<TopicDescription> description, KafkaFuture<Config> settings) {
        try {
            List<String> differences = new ArrayList<>();
            comparePartitions(topic, ClusterAnswer.of(description), differences);
            compareSettings(topic, ClusterAnswer.of(settings), differences);
            return TopicReport.existing(topic.name(), differences);
        } catch (UnknownTopicOrPartitionException e) {
            return TopicReport.of(topic.name(), Outcome.MISSING);
        }
    }

    private void comparePartitions(Topic topic, TopicDescription found, List<String> differences) {
        int planned = partitions.applyAsInt(topic);
        if (found.partitions().size() != planned) {
            differences.add("partitions are " + found.partitions().size() + ", planned are " + planned);
        }
    }

    private static void compareSettings(Topic topic, Config found, List<String> differences) {
        new TreeMap<>(topic.settings()).forEach((name, planned) -> {
            ConfigEntry entry = found.get(name);
            String value = entry == null ? "unknown" : entry.value();
            if (!planned.equals(value)) {
                differences.add(name + " is " + value + ", planned is " + planned);
            }
        });
    }
}
