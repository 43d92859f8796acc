package vorsprung.provision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistry;

/** Creates Vorsprung's topics and registers their schemas; to run it again changes nothing. */
public final class TopicCreation {
    private static final int REGISTERING_THREADS = 4;

    private final PlannedTopics topics;
    private final SchemaSubjects subjects;

    /** Works with clients that stay the caller's to close. */
    public TopicCreation(Admin admin, SchemaRegistry registry, TopicPlan plan) {
        this(new KafkaCluster(admin), registry, plan);
    }

    TopicCreation(Cluster cluster, SchemaRegistry registry, TopicPlan plan) {
        this.topics = new PlannedTopics(Topics.all(), plan, cluster);
        this.subjects = new SchemaSubjects(registry);
    }

    /**
     * Creates what is missing, leaves what is there, and registers every schema under {@code FULL_TRANSITIVE}.
     *
     * @return one report for each of {@link Topics#all()}, in that order
     * @throws KafkaException when the cluster or the registry is away or refuses
     */
    public List<TopicReport> create() {
        return together(topics::create, subjects::register);
    }

    /**
     * The same reports with nothing created, registered or set.
     *
     * @throws KafkaException when the cluster or the registry is away or refuses
     */
    public List<TopicReport> check() {
        return together(topics::check, subjects::check);
    }

    // Cluster and registry are asked side by side, and the subjects too: the time counts at every start.
    private static List<TopicReport> together(
            Supplier<List<TopicReport>> ofTopics, Function<Topic, Finding> ofSubject) {
        ExecutorService threads = Executors.newFixedThreadPool(REGISTERING_THREADS);
        try {
            Map<String, CompletableFuture<Finding>> findings = Topics.all().stream()
                    .filter(topic -> topic.schema() != null)
                    .collect(Collectors.toMap(
                            Topic::name,
                            topic -> CompletableFuture.supplyAsync(() -> ofSubject.apply(topic), threads)));
            return ofTopics.get().stream()
                    .map(report -> joined(report, Optional.ofNullable(findings.get(report.name()))))
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static TopicReport joined(TopicReport report, Optional<CompletableFuture<Finding>> finding) {
        try {
            return finding.map(CompletableFuture::join)
                    .map(found -> found.addedTo(report))
                    .orElse(report);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
