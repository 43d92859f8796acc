package vorsprung.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vorsprung.http.Health;
import vorsprung.http.HttpServer;
import vorsprung.http.HttpSettings;
import vorsprung.http.Routes;
import vorsprung.settings.Settings;
import vorsprung.settings.SettingsException;

final class ProtectionTest {
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> given = new HashMap<>();
    private Optional<HttpServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(HttpServer::close);
    }

    @Test
    void withoutTokensEverybodyOnThisMachineIsAnswered() throws Exception {
        start();

        assertThat(send("GET", "/v1/who").body()).isEqualTo("anonymous");
        assertThat(send("POST", "/v1/session").statusCode()).isEqualTo(204);
    }

    @Test
    void withTokensNobodyIsAnsweredWithoutOne() throws Exception {
        token("reader", "query");
        start();

        HttpResponse<String> answer = send("GET", "/v1/who");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"vorsprung\"");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(send("HEAD", "/v1/who").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/v1/nothing").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/page").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenSaysWhoAsks() throws Exception {
        String secret = token("reader", "query");
        start();

        assertThat(send("GET", "/v1/who", "Authorization", "Bearer " + secret).body())
                .isEqualTo("reader");
        assertThat(send("GET", "/v1/who", "Authorization", "bearer " + secret).body())
                .isEqualTo("reader");
    }

    @Test
    void anUnknownTokenIsRefusedAsSuch() throws Exception {
        token("reader", "query");
        start();

        HttpResponse<String> answer = send("GET", "/v1/who", "Authorization", "Bearer vsp_no");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
        assertThat(send("GET", "/v1/who", "Authorization", "Basic dTpw").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichItLacks() throws Exception {
        String secret = token("writer", "publish:Reuters");
        start();

        HttpResponse<String> answer = send("GET", "/v1/who", "Authorization", "Bearer " + secret);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("lacks the scope query");
    }

    @Test
    void aSessionKeepsTheTokenInACookieForReadingOnly() throws Exception {
        String secret = token("reader", "query");
        start();

        HttpResponse<String> begun = send("POST", "/v1/session", "Authorization", "Bearer " + secret);

        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(begun.statusCode()).isEqualTo(204);
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
        String pair = cookie.split(";", 2)[0];
        assertThat(send("GET", "/v1/who", "Cookie", pair).body()).isEqualTo("reader");
        assertThat(send("POST", "/v1/who", "Cookie", pair).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/v1/session", "Cookie", pair).statusCode()).isEqualTo(401);
    }

    @Test
    void behindAProxyThatEndsTlsTheCookieNeverLeavesTls() throws Exception {
        String secret = token("reader", "query");
        start();

        HttpResponse<String> begun =
                send("POST", "/v1/session", "Authorization", "Bearer " + secret, "X-Forwarded-Proto", "https");

        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void aSessionEndsWithoutAToken() throws Exception {
        token("reader", "query");
        start();

        HttpResponse<String> ended = send("DELETE", "/v1/session");

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(ended.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("vorsprung_session=;", "Expires=Thu, 01 Jan 1970");
    }

    @ParameterizedTest
    @CsvSource({"none,401,401", "health,200,401", "metrics,401,200", "all,200,200"})
    void healthAndMetricsAreOpenWhereASettingSaysSo(String exempt, int health, int metrics) throws Exception {
        String secret = token("reader", "query");
        given.put("auth.exempt", exempt);
        start();

        assertThat(send("GET", "/healthz").statusCode()).isEqualTo(health);
        assertThat(send("GET", "/readyz").statusCode()).isEqualTo(health);
        assertThat(send("GET", "/metrics").statusCode()).isEqualTo(metrics);
        assertThat(send("GET", "/metrics", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoSendsTooManyRequestsIsToldWhenToComeBack() throws Exception {
        String busy = token("busy", "query");
        String quiet = token("quiet", "query");
        given.put("limit.requests-per-second", "1");
        given.put("limit.burst", "2");
        start();

        send("GET", "/v1/who", "Authorization", "Bearer " + busy);
        send("GET", "/v1/who", "Authorization", "Bearer " + busy);
        HttpResponse<String> refused = send("GET", "/v1/who", "Authorization", "Bearer " + busy);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(send("GET", "/v1/who", "Authorization", "Bearer " + quiet).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/page").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTokensOnlyLoopbackIsListenedOn() {
        assertThatThrownBy(() -> protection("0.0.0.0"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api.host is 0.0.0.0")
                .hasMessageContaining("vorsprung token create")
                .hasMessageContaining("127.0.0.1");
        for (String host : List.of("127.0.0.1", "localhost", "::1", "127.0.0.2")) {
            assertThatCode(() -> protection(host)).as(host).doesNotThrowAnyException();
        }
    }

    @Test
    void withTokensEveryAddressMayBeListenedOn() throws Exception {
        token("reader", "query");

        assertThatCode(() -> protection("0.0.0.0")).doesNotThrowAnyException();
    }

    private String token(String name, String... scopes) throws IOException {
        Path file = folder.resolve("tokens.json");
        given.put("auth.tokens.file", file.toString());
        return new TokenFile(file)
                .create(new TokenRequest(name, Scopes.of(List.of(scopes)), Optional.empty(), Optional.empty()), NOW);
    }

    private Protection protection(String host) {
        Settings settings = new Settings(given);
        Protection protection = Protection.of(settings, "api.host", host);
        settings.check();
        return protection;
    }

    private void start() {
        List<Routes> routes = new ArrayList<>(protection("127.0.0.1").routes(() -> NOW));
        routes.add(Protection.queriesOnly());
        routes.add(new Health(List::of));
        routes.add(each -> {
            each.routes.get(
                    "/v1/who",
                    request -> request.result(Protection.caller(request).name()));
            each.routes.post("/v1/who", request -> request.result("posted"));
            each.routes.get("/page", request -> request.result("page"));
        });
        HttpServer started = new HttpServer(
                HttpSettings.loopback(0, "--port"), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), routes);
        started.start();
        server = Optional.of(started);
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.orElseThrow().port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
