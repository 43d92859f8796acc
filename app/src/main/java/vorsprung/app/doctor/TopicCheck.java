package vorsprung.app.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vorsprung.topic.EventType;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/** Are all topics there, with one number of partitions for events, the retention and clean-up we want, and in sync? */
final class TopicCheck {
    static final String NAME = "topics";

    private static final String CREATE = "vorsprung topics create";

    private final Admin admin;
    private final Map<String, TopicDescription> descriptions = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    TopicCheck(Admin admin) {
        this.admin = admin;
    }

    List<Finding> findings() throws InterruptedException {
        describe();
        checkPartitions();
        checkSettings();
        checkReplicas();
        return findings.isEmpty()
                ? List.of(Finding.ok(NAME, descriptions.size() + " are there as they must be"))
                : List.copyOf(findings);
    }

    private void describe() throws InterruptedException {
        List<String> names = Topics.all().stream().map(Topic::name).toList();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                descriptions.put(each.getKey(), Answers.of(each.getValue()));
            } catch (UnknownTopicOrPartitionException e) {
                findings.add(Finding.failure(NAME, each.getKey() + " is missing", CREATE));
            }
        }
    }

    private void checkPartitions() {
        Set<Integer> numbers = new HashSet<>();
        Arrays.stream(EventType.values())
                .map(type -> descriptions.get(type.topic()))
                .filter(Objects::nonNull)
                .forEach(topic -> numbers.add(topic.partitions().size()));
        if (numbers.size() > 1) {
            findings.add(Finding.failure(
                    NAME,
                    "the event topics have different numbers of partitions: " + numbers,
                    "they must all have the same; export, create them anew, import"));
        }
    }

    private void checkSettings() throws InterruptedException {
        Map<ConfigResource, Topic> wanted = new HashMap<>();
        Topics.all().stream()
                .filter(topic -> descriptions.containsKey(topic.name()))
                .forEach(topic -> wanted.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic));
        Map<ConfigResource, Config> found =
                Answers.of(admin.describeConfigs(wanted.keySet()).all());
        wanted.forEach((resource, topic) -> checkSettings(topic, Objects.requireNonNull(found.get(resource))));
    }

    private void checkSettings(Topic topic, Config found) {
        topic.settings().forEach((name, value) -> {
            ConfigEntry entry = found.get(name);
            String actual = entry == null ? "unknown" : entry.value();
            if (!value.equals(actual)) {
                findings.add(Finding.failure(
                        NAME,
                        topic.name() + " has " + name + "=" + actual,
                        "kafka-configs --alter --topic " + topic.name() + " --add-config " + name + "=" + value));
            }
        });
    }

    private void checkReplicas() {
        for (TopicDescription topic : descriptions.values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                String name = topic.name() + ", partition " + partition.partition();
                if (partition.leader() == null) {
                    findings.add(Finding.failure(NAME, name + " has no leader", "start the brokers that hold it"));
                } else if (partition.isr().size() < partition.replicas().size()) {
                    findings.add(Finding.warning(
                            NAME,
                            name + " is in sync on " + partition.isr().size() + " of "
                                    + partition.replicas().size() + " brokers",
                            "look into the brokers' logs"));
                }
            }
        }
    }
}
