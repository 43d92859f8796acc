package vorsprung.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.SecuredBroker;
import vorsprung.app.embedded.StackExtension;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.file.ImportFile;
import vorsprung.ingest.file.ImportListener;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.Importer;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** A broker with an authorizer, and each role as a user that has what {@code docs/acls.sh} gives and nothing else. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AclsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String POSITION = "Vorsprung-Position";

    private final HttpClient client = HttpClient.newHttpClient();
    private String registry = "";
    private Optional<SecuredBroker> broker = Optional.empty();

    @BeforeAll
    void giveRights(EmbeddedStack stack, @TempDir Path folder) throws Exception {
        registry = stack.registryUrl();
        broker = Optional.of(SecuredBroker.start(
                folder.resolve("kafka"), List.of("ingest", "processor", "topics", "operator", "stranger")));
        try (Admin admin = Admin.create(new HashMap<>(client(SecuredBroker.ADMIN)))) {
            admin.createAcls(AclScript.rights(
                            folder,
                            "--ingest",
                            "User:ingest",
                            "--processor",
                            "User:processor",
                            "--topics",
                            "User:topics",
                            "--operator",
                            "User:operator"))
                    .all()
                    .get();
        }
        try (Admin admin = Admin.create(new HashMap<>(client("topics")))) {
            new TopicCreation(
                            admin,
                            SchemaRegistries.of(Map.of(SchemaRegistries.URL, registry)),
                            new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1))
                    .create();
        }
    }

    @AfterAll
    void stop() {
        broker.ifPresent(SecuredBroker::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"streams", "classic"})
    void whatAGatewayPublishesAProcessorAnswers(String protocol, @TempDir Path folder) throws Exception {
        String position;
        try (Ingest ingest = gateway("ingest")) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> get(ingest, "/readyz").statusCode() == 200);
            HttpResponse<String> answer = publish(ingest, protocol);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(publish(ingest, protocol).headers().firstValue("Idempotency-Replayed"))
                    .contains("true");
            position = answer.headers().firstValue(POSITION).orElseThrow();
        }
        ProcessorConfig config = processorConfig("processor", folder, protocol);
        try (Processor processor = Processor.of(config)) {
            processor.start();
            awaitAnswer(processor, "/v1/companies/openai?timeout=20000", position, "\"totalRaisedUsd\":40000000000");
            awaitAnswer(processor, "/v1/changes?subject=openai", position, "\"figure\":\"totalRaisedUsd\"");
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                    Processor.dropInternalTopics(config);
                    return true;
                });
    }

    private void awaitAnswer(Processor processor, String path, String position, String expected) {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + processor.port() + path))
                .header(POSITION, position)
                .build();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                client.send(question, BodyHandlers.ofString()).body())
                        .contains(expected));
    }

    @Test
    void aGatewayMayEndWhatAnotherHasLeftOpen() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(client("ingest")))) {
            admin.fenceProducers(List.of("vorsprung-ingest-gone-0")).all().get();
        }
    }

    @Test
    void anOperatorImports(@TempDir Path folder) throws IOException {
        Path lines = Files.writeString(
                folder.resolve("lines.jsonl"),
                "{\"type\":\"financial-report\",\"company\":\"OpenAI\",\"occurredAt\":\"2025\",\"cashUsd\":1}\n");
        try (Ingest ingest = new Ingest(ingestConfig("operator"), InstantSource.system())) {
            ImportResult result =
                    ingest.importer().run(List.of(ImportFile.at(lines)), Importer.Mode.LENIENT, ImportListener.NONE);

            assertThat(result.errors()).isEmpty();
            assertThat(result.published()).isOne();
        }
    }

    @Test
    void aGatewayWithoutItsRightsSaysWhatItLacks() throws Exception {
        try (Ingest ingest = gateway("stranger")) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(ingest, "/readyz").body())
                            .contains("may not")
                            .contains("docs/acls.sh"));
            assertThat(publish(ingest, "stranger").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aProcessorWithoutItsRightsSaysWhatItLacks(@TempDir Path folder) {
        ProcessorConfig config = processorConfig("stranger", folder, "streams");

        assertThatThrownBy(() -> Processor.of(config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may not see topic market.")
                .hasMessageContaining("docs/acls.sh");
    }

    private Map<String, String> client(String user) {
        return broker.orElseThrow().client(user);
    }

    private Ingest gateway(String user) {
        Ingest ingest = new Ingest(ingestConfig(user), InstantSource.system());
        ingest.start();
        return ingest;
    }

    private IngestConfig ingestConfig(String user) {
        Map<String, String> settings = settings(user);
        settings.put("gateway.port", "0");
        return IngestConfig.of(settings);
    }

    private ProcessorConfig processorConfig(String user, Path folder, String protocol) {
        Map<String, String> settings = settings(user);
        settings.put("state.dir", folder.toString());
        settings.put("api.port", "0");
        settings.put("session.timeout.ms", "6000");
        settings.put("group.protocol", protocol);
        settings.put("application.id", "vorsprung-processor-" + protocol);
        return ProcessorConfig.of(settings);
    }

    private Map<String, String> settings(String user) {
        Map<String, String> settings = new HashMap<>(broker.orElseThrow().settings(user));
        settings.put(SchemaRegistries.URL, registry);
        return settings;
    }

    private HttpResponse<String> publish(Ingest ingest, String key) throws IOException, InterruptedException {
        String round = "{\"company\":\"OpenAI\",\"occurredAt\":\"2025-03-31\",\"amountUsd\":40000000000}";
        return client.send(
                HttpRequest.newBuilder(uri(ingest, "/v1/events/funding-round"))
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(round))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(Ingest ingest, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(ingest, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(Ingest ingest, String path) {
        return URI.create("http://127.0.0.1:" + ingest.port() + path);
    }
}
