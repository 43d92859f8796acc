package vorsprung.app.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import vorsprung.app.Main;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.file.ImportFile;
import vorsprung.ingest.file.ImportListener;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.Importer;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.Position;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** The topics of a market on a broker, and an application of its own that processes them. */
final class Market {

    private final String bootstrapServers;
    private final String registryUrl;
    private final Path folder;
    private final String applicationId = "vorsprung-" + UUID.randomUUID();

    private Market(String bootstrapServers, String registryUrl, Path folder) {
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.folder = folder;
    }

    /** Creates what is missing of the topics. State lies in this folder. */
    static Market on(EmbeddedStack stack, Path folder) {
        return on(stack.bootstrapServers(), stack.registryUrl(), folder);
    }

    /** The same on a broker and a registry at these addresses. */
    static Market on(String bootstrapServers, String registryUrl, Path folder) {
        Map<String, String> registry = Map.of(SchemaRegistries.URL, registryUrl);
        TopicPlan plan = new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicCreation(admin, SchemaRegistries.of(registry), plan).create();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> !admin.describeTopics(Topics.all().stream()
                                    .map(topic -> topic.name())
                                    .toList())
                            .allTopicNames()
                            .get()
                            .isEmpty());
        }
        return new Market(bootstrapServers, registryUrl, folder);
    }

    /** Names the group and the changelogs. */
    String applicationId() {
        return applicationId;
    }

    /** Settings of an instance whose death the group notices after two seconds. */
    Map<String, String> instance(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("schema.registry.url", registryUrl);
        settings.put("application.id", applicationId);
        settings.put("state.dir", folder.resolve(name).toString());
        settings.put("api.port", "0");
        settings.put("session.timeout.ms", "2000");
        settings.put("peers.secret", "of these tests");
        settings.put("kafka.restore.consumer.fetch.max.wait.ms", "50");
        settings.put("kafka.main.consumer.fetch.max.wait.ms", "50");
        return settings;
    }

    /** Of one that keeps a transaction open for almost as long as the default timeout of transactions lets it. */
    Map<String, String> seldomCommitting(String name) {
        Map<String, String> settings = instance(name);
        settings.put("commit.interval.ms", "8000");
        return settings;
    }

    /** Publishes the history that the demo brings; where it lies. */
    Position publishHistory() throws IOException {
        Path file = folder.resolve("history.jsonl");
        try (InputStream in =
                Objects.requireNonNull(Main.class.getResourceAsStream("/vorsprung/market-history.jsonl"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return publish(file);
    }

    /** Publishes lines of JSON; where they lie. */
    Position publish(String lines) throws IOException {
        return publish(Files.writeString(folder.resolve("lines.jsonl"), lines));
    }

    private Position publish(Path file) throws IOException {
        IngestConfig config = IngestConfig.of(
                Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl, "gateway.port", "0"));
        try (Ingest ingest = new Ingest(config, InstantSource.system())) {
            ImportResult result =
                    ingest.importer().run(List.of(ImportFile.at(file)), Importer.Mode.LENIENT, ImportListener.NONE);
            if (result.failed() > 0) {
                throw new IOException("lines were refused: " + result.errors());
            }
            return result.position();
        }
    }
}
