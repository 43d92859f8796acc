package vorsprung.provision;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InterruptException;
import vorsprung.provision.TopicReport.Outcome;
import vorsprung.topic.Topic;

/** Topics as the plan wants them, beside what is on the cluster. */
final class PlannedTopics {
    private static final String MIN_INSYNC = "min.insync.replicas";

    /** How often a topic that another process has just created is looked for, until all brokers know it. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final List<Topic> topics;
    private final TopicPlan plan;
    private final Cluster cluster;

    PlannedTopics(List<Topic> topics, TopicPlan plan, Cluster cluster) {
        this.topics = List.copyOf(topics);
        this.plan = plan;
        this.cluster = cluster;
    }

    /** Creates those that are missing, and compares the others. */
    List<TopicReport> create() {
        Set<String> created = cluster.create(topics.stream().map(this::planned).toList());
        List<String> others = topics.stream()
                .map(Topic::name)
                .filter(name -> !created.contains(name))
                .toList();
        Map<String, ExistingTopic> found = findAll(others);
        return topics.stream()
                .map(topic -> created.contains(topic.name())
                        ? TopicReport.of(topic.name(), Outcome.CREATED)
                        : compared(topic, found))
                .toList();
    }

    /** Compares all with what is there. */
    List<TopicReport> check() {
        Map<String, ExistingTopic> found =
                cluster.find(topics.stream().map(Topic::name).toList());
        return topics.stream().map(topic -> compared(topic, found)).toList();
    }

    private TopicReport compared(Topic topic, Map<String, ExistingTopic> found) {
        ExistingTopic existing = found.get(topic.name());
        return existing == null
                ? TopicReport.of(topic.name(), Outcome.MISSING)
                : TopicReport.existing(topic.name(), existing.differences(partitions(topic), topic.settings()));
    }

    private NewTopic planned(Topic topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put(MIN_INSYNC, Integer.toString(plan.minInsyncReplicas()));
        return new NewTopic(topic.name(), partitions(topic), plan.replicationFactor()).configs(settings);
    }

    private int partitions(Topic topic) {
        return topic.partitions() == 0 ? plan.partitions() : topic.partitions();
    }

    // A broker may not know yet of a topic that the controller has refused to create twice.
    private Map<String, ExistingTopic> findAll(List<String> names) {
        Map<String, ExistingTopic> found = names.isEmpty() ? Map.of() : cluster.find(names);
        for (int look = 1; look < LOOKS && found.size() < names.size(); look++) {
            pause();
            found = cluster.find(names);
        }
        return found;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
