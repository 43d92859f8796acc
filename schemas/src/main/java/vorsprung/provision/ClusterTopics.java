package vorsprung.provision;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import vorsprung.provision.TopicReport.Outcome;
import vorsprung.topic.Topic;

/** Topics on the cluster, beside how they should be. */
final class ClusterTopics {
    private static final String MIN_INSYNC = "min.insync.replicas";

    /** How often a topic that another process has just created is looked for, until all brokers know it. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;
    private final TopicPlan plan;

    ClusterTopics(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
    }

    /** Creates those that are missing, and compares the others. */
    List<TopicReport> create(List<Topic> topics) {
        Map<String, KafkaFuture<Void>> creations =
                admin.createTopics(topics.stream().map(this::planned).toList()).values();
        List<Topic> others = topics.stream()
                .filter(topic -> existedBefore(Objects.requireNonNull(creations.get(topic.name()))))
                .toList();
        Map<String, TopicReport> found = compareUntilSeen(others);
        return topics.stream()
                .map(topic -> found.getOrDefault(topic.name(), TopicReport.of(topic.name(), Outcome.CREATED)))
                .toList();
    }

    /** Compares all with what is there. */
    List<TopicReport> check(List<Topic> topics) {
        Map<String, TopicReport> found = new TopicComparison(admin, this::partitions).compare(topics);
        return topics.stream()
                .map(topic -> Objects.requireNonNull(found.get(topic.name())))
                .toList();
    }

    private NewTopic planned(Topic topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put(MIN_INSYNC, Integer.toString(plan.minInsyncReplicas()));
        return new NewTopic(topic.name(), partitions(topic), plan.replicationFactor()).configs(settings);
    }

    private int partitions(Topic topic) {
        return topic.partitions() == 0 ? plan.partitions() : topic.partitions();
    }

    private static boolean existedBefore(KafkaFuture<Void> creation) {
        try {
            ClusterAnswer.of(creation);
            return false;
        } catch (TopicExistsException e) {
            return true;
        }
    }

    // A broker may not know yet of a topic that the controller has refused to create twice.
    private Map<String, TopicReport> compareUntilSeen(List<Topic> existing) {
        TopicComparison comparison = new TopicComparison(admin, this::partitions);
        Map<String, TopicReport> found = comparison.compare(existing);
        for (int look = 1; look < LOOKS && isMissing(found); look++) {
            pause();
            found = comparison.compare(existing);
        }
        return found;
    }

    private static boolean isMissing(Map<String, TopicReport> found) {
        return found.values().stream().anyMatch(report -> report.outcome() == Outcome.MISSING);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
