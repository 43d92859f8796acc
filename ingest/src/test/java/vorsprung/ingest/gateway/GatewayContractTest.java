package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.access.Protection;
import vorsprung.http.HttpSettings;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.intake.Intake;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

final class GatewayContractTest {
    private static final String PUBLISH = "/v1/events/{type}";

    private final FakeKafka kafka = new FakeKafka();
    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayServer server = server();
    private Contract contract = new Contract("{}");

    private GatewayServer server() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new GatewayServer(
                HttpSettings.loopback(0, "--gateway-port"),
                new Gateway(new Intake(Directory.bundled()), kafka.side(), registry, InstantSource.system()),
                Protection.none(),
                () -> kafka.missing.stream().toList(),
                registry,
                InstantSource.system());
    }

    @BeforeEach
    void start() throws Exception {
        server.start();
        contract = new Contract(get("/openapi.yaml").body());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRouteIsInTheContractAndEveryPathOfTheContractIsRouted() {
        Set<String> routed = server.endpoints().stream()
                .filter(endpoint -> !endpoint.startsWith("GET /docs/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(contract.endpoints()).isEqualTo(routed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/metrics", "/openapi.yaml", "/docs"})
    void anAnswerIsAsTheContractSays(String path) throws Exception {
        assertThat(contract.violations("GET", path, get(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201 | funding-round | {'company':'A New One','occurredAt':'2025-03-31'}",
                "400 | funding-round | {",
                "404 | acquisition | {}",
                "413 | funding-round | TOO LONG",
                "422 | funding-round | {'company':'OpenAI','occurredAt':'0202','amountUsd':-1}"
            })
    void whatPublishingIsAnsweredWithIsAsTheContractSays(int status, String type, String body) throws Exception {
        String sent = body.equals("TOO LONG") ? " ".repeat(2_000_000) : body.replace('\'', '"');

        HttpResponse<String> answer = post(type, sent, "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(contract.violations("POST", PUBLISH, answer)).isEmpty();
    }

    @Test
    void aBodyOfAnotherKindAndKafkaAwayAreAnsweredAsTheContractSays() throws Exception {
        HttpResponse<String> csv = post("funding-round", "a,b", "text/csv");
        kafka.missing = Optional.of("Kafka does not answer");
        HttpResponse<String> away =
                post("funding-round", "{\"company\":\"OpenAI\",\"occurredAt\":\"2025\"}", "application/json");

        assertThat(csv.statusCode()).isEqualTo(415);
        assertThat(contract.violations("POST", PUBLISH, csv)).isEmpty();
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(contract.violations("POST", PUBLISH, away)).isEmpty();
        assertThat(contract.violations("GET", "/readyz", get("/readyz"))).isEmpty();
    }

    @Test
    void linesAreAnsweredAsTheContractSays() throws Exception {
        HttpResponse<String> lines =
                post("funding-round", "{\"company\":\"OpenAI\",\"occurredAt\":\"2025\"}\n{}\n", "application/x-ndjson");

        assertThat(contract.violations("POST", PUBLISH, lines)).isEmpty();
        List<String> results = lines.body().lines().toList();
        assertThat(results).hasSize(3);
        assertThat(contract.misfits("LineResult", results.get(0))).isEmpty();
        assertThat(contract.misfits("LineResult", results.get(1))).isEmpty();
        assertThat(contract.misfits("LinesSummary", results.get(2))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theContractHasTheFieldsOfEveryTypeAndNoOther(EventType type) {
        List<String> fields = type.schema().getFields().stream()
                .map(Schema.Field::name)
                .map(EventFields::jsonName)
                .toList();

        assertThat(contract.fieldsOf(type.schema().getName())).containsExactlyInAnyOrderElementsOf(fields);
    }

    private HttpResponse<String> post(String type, String body, String contentType)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/events/" + type))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
