package vorsprung.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.access.Scopes;
import vorsprung.access.TokenFile;
import vorsprung.access.TokenRequest;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.publish.EventPublisher;
import vorsprung.ingest.publish.KafkaProducers;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.journal.AttemptKey;
import vorsprung.ingest.publish.journal.KafkaAttemptLog;
import vorsprung.ingest.publish.journal.KafkaJournal;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** Two gateways on one real Kafka. */
@ExtendWith(StackExtension.class)
final class GatewayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key = UUID.randomUUID().toString();
    private final String company = "company-" + UUID.randomUUID();

    @BeforeAll
    static void topics(EmbeddedStack stack) {
        TopicPlan plan = new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            new TopicCreation(admin, SchemaRegistries.of(Map.of(SchemaRegistries.URL, stack.registryUrl())), plan)
                    .create();
        }
    }

    @Test
    void aKeyIsKnownToEveryGatewayAndAfterARestart(EmbeddedStack stack) throws Exception {
        HttpResponse<String> first;
        try (Ingest one = started(stack, Map.of());
                Ingest two = started(stack, Map.of())) {
            first = post(one, round(1), "Idempotency-Key", key);
            HttpResponse<String> elsewhere = post(two, round(1), "Idempotency-Key", key);

            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(elsewhere.statusCode()).as(elsewhere.body()).isEqualTo(201);
            assertThat(elsewhere.body()).isEqualTo(first.body());
            assertThat(elsewhere.headers().firstValue("Idempotency-Replayed")).contains("true");
            assertThat(post(two, round(2), "Idempotency-Key", key).statusCode()).isEqualTo(422);
        }

        try (Ingest restarted = started(stack, Map.of())) {
            assertThat(post(restarted, round(1), "Idempotency-Key", key).body()).isEqualTo(first.body());
        }
    }

    @Test
    void theSameKeyAtTheSameTimeOnTwoGatewaysPublishesOnce(EmbeddedStack stack) throws Exception {
        try (Ingest one = started(stack, Map.of());
                Ingest two = started(stack, Map.of())) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Ingest gateway = i % 2 == 0 ? one : two;
                sent.add(threads.submit(() -> retried(gateway, round(1), key)));
            }
            Set<String> answers = new TreeSet<>();
            for (Future<HttpResponse<String>> each : sent) {
                answers.add(each.get().body());
            }
            threads.shutdown();

            assertThat(answers).hasSize(1);
        }
    }

    @Test
    void whatACrashLeftOpenIsSettled(EmbeddedStack stack) {
        IngestConfig config = config(stack, Map.of());
        AttemptKey attempt = new AttemptKey("somebody", key);
        try (EventPublisher publisher = new EventPublisher(
                        new KafkaProducers(config.publish()), 1, Duration.ofSeconds(10), InstantSource.system());
                KafkaJournal journal =
                        new KafkaJournal(config.publish().kafka(), Duration.ofSeconds(10), publisher::write);
                KafkaAttemptLog log = new KafkaAttemptLog(journal, config.journal(), InstantSource.system());
                KafkaProducer<String, String> crashed = transactional(stack, "crashed-" + key)) {
            log.start();
            Awaitility.await().atMost(PATIENCE).until(() -> log.missing().isEmpty());
            assertThat(log.begin(attempt, "r", "crashed-" + key)).isEmpty();
            crashed.beginTransaction();
            Future<RecordMetadata> unused =
                    crashed.send(new ProducerRecord<>(Topics.PUBLISH_ANSWERS.name(), "k", "never to be seen"));
            crashed.flush();

            assertThat(log.begin(attempt, "r", "mine"))
                    .map(earlier -> earlier.request())
                    .contains("r");
            log.settle(attempt, "mine");

            assertThat(log.answer(attempt)).isEmpty();
            assertThatThrownBy(crashed::commitTransaction).isInstanceOf(KafkaException.class);
        }
    }

    @Test
    void anAnswerBetweenAskingForItAndBeginningIsSeen(EmbeddedStack stack) {
        IngestConfig config = config(stack, Map.of());
        AttemptKey attempt = new AttemptKey("somebody", key);
        try (EventPublisher publisher = new EventPublisher(
                        new KafkaProducers(config.publish()), 1, Duration.ofSeconds(10), InstantSource.system());
                KafkaJournal journal =
                        new KafkaJournal(config.publish().kafka(), Duration.ofSeconds(10), publisher::write);
                KafkaAttemptLog log = new KafkaAttemptLog(journal, config.journal(), InstantSource.system())) {
            log.start();
            Awaitility.await().atMost(PATIENCE).until(() -> log.missing().isEmpty());
            assertThat(log.answer(attempt)).isEmpty();

            assertThat(log.begin(attempt, "r", "another")).isEmpty();
            journal.write(log.closing(attempt, "r", List.of(List.of()))
                    .apply(List.of(new Published("e", EventType.FUNDING_ROUND.topic(), 0, 0))));
            Awaitility.await().atMost(PATIENCE).until(() -> log.answer(attempt).isPresent());

            assertThat(log.begin(attempt, "r", "mine"))
                    .map(earlier -> earlier.request())
                    .contains("r");
        }
    }

    @Test
    void whoReportedAFactIsKnownToEveryGatewayAtOnce(EmbeddedStack stack, @TempDir Path folder) throws Exception {
        TokenFile file = new TokenFile(folder.resolve("tokens.json"));
        String ap = token(file, "AP");
        String reuters = token(file, "Reuters");
        Map<String, String> tokens =
                Map.of("auth.tokens.file", folder.resolve("tokens.json").toString(), "auth.exempt", "all");
        String retraction = round(1).replace("}", ",\"retracted\":true}");
        try (Ingest one = started(stack, tokens);
                Ingest two = started(stack, tokens)) {
            assertThat(post(one, round(1), "Authorization", "Bearer " + ap).statusCode())
                    .isEqualTo(201);
            HttpResponse<String> refused = post(two, retraction, "Authorization", "Bearer " + reuters);
            HttpResponse<String> retracted = post(two, retraction, "Authorization", "Bearer " + ap);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("AP");
            assertThat(retracted.statusCode()).as(retracted.body()).isEqualTo(201);
        }
    }

    private static String token(TokenFile file, String source) throws IOException {
        Scopes scopes = Scopes.of(List.of("publish:" + source, "correct:own"));
        return file.create(new TokenRequest(source, scopes, Optional.empty(), Optional.empty()), Instant.now());
    }

    private Ingest started(EmbeddedStack stack, Map<String, String> more) {
        Ingest ingest = new Ingest(config(stack, more), InstantSource.system());
        ingest.start();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> send(ingest, "/readyz", HttpRequest.newBuilder()).statusCode() == 200);
        return ingest;
    }

    private static IngestConfig config(EmbeddedStack stack, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", stack.bootstrapServers());
        settings.put(SchemaRegistries.URL, stack.registryUrl());
        settings.put("gateway.port", "0");
        return IngestConfig.of(settings);
    }

    private static KafkaProducer<String, String> transactional(EmbeddedStack stack, String id) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", id),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private String round(long amount) {
        return "{\"company\":\"" + company + "\",\"round\":\"A\",\"occurredAt\":\"2025-03-31\",\"amountUsd\":" + amount
                + "}";
    }

    /** As a client does that is told to come back. */
    private HttpResponse<String> retried(Ingest gateway, String body, String key) throws Exception {
        HttpResponse<String> answer = post(gateway, body, "Idempotency-Key", key);
        for (int i = 0; i < 20 && answer.statusCode() == 503; i++) {
            answer = post(gateway, body, "Idempotency-Key", key);
        }
        return answer;
    }

    private HttpResponse<String> post(Ingest gateway, String body, String... headers) throws Exception {
        return send(
                gateway,
                "/v1/events/funding-round",
                HttpRequest.newBuilder().headers(headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(Ingest gateway, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + gateway.port() + path);
        return client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
