package vorsprung.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.access.Protection;
import vorsprung.access.Scopes;
import vorsprung.access.TokenFile;
import vorsprung.access.TokenRequest;
import vorsprung.http.HttpSettings;
import vorsprung.http.Json;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.intake.Intake;
import vorsprung.settings.Settings;

/** A gateway with tokens on a free port, over a Kafka that is a list. */
final class TestGateway implements AutoCloseable {
    static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");

    final FakeKafka kafka = new FakeKafka();
    private final HttpClient client = HttpClient.newHttpClient();
    private final TokenFile tokens;
    private final Path file;
    private Optional<GatewayServer> server = Optional.empty();

    TestGateway(Path folder) {
        this.file = folder.resolve("tokens.json");
        this.tokens = new TokenFile(file);
    }

    String token(String name, String... scopes) throws IOException {
        return tokens.create(
                new TokenRequest(name, Scopes.of(List.of(scopes)), Optional.empty(), Optional.empty()), NOW);
    }

    void start() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        GatewayServer started = new GatewayServer(
                HttpSettings.loopback(0, "--port"),
                new Gateway(new Intake(Directory.bundled()), kafka.side(), registry, () -> NOW),
                Protection.of(new Settings(Map.of("auth.tokens.file", file.toString())), "gateway.host", "127.0.0.1"),
                List::of,
                registry,
                () -> NOW);
        started.start();
        server = Optional.of(started);
    }

    int port() {
        return server.orElseThrow().port();
    }

    /** Starts anew, with the tokens there are now. */
    void restart() {
        close();
        start();
    }

    HttpResponse<String> post(String token, String type, String body) throws IOException, InterruptedException {
        return post(token, type, HttpRequest.BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    HttpResponse<String> post(String token, String type, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/events/" + type))
                .header("Authorization", "Bearer " + token)
                .headers(headers)
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.ifPresent(GatewayServer::close);
    }
}
