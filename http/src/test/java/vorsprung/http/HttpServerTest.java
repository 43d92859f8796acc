package vorsprung.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpServerTest {
    private static final int LIMIT = 1_000;

    private final List<String> missing = new ArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpServer server = server(0);
    private TestClient client = new TestClient(0);

    @BeforeEach
    void start() {
        server.start();
        client = new TestClient(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBugIsAProblemWithoutItsStackTrace() throws Exception {
        HttpResponse<String> answer = client.get("/bug");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.body()).doesNotContain("secret", "IllegalState", "at vorsprung");
        assertThat(json(answer).get("instance").asText()).isEqualTo("/bug");
    }

    @Test
    void whileTheFirstRequestIsUnderWayTheNextIsAnswered() throws Exception {
        CompletableFuture<HttpResponse<String>> slow = client.later("/slow");
        entered.await();

        assertThat(client.get("/ids/a").statusCode()).isEqualTo(200);

        assertThat(slow.isDone()).isFalse();
        mayGo.countDown();
        assertThat(slow.get().statusCode()).isEqualTo(200);
    }

    @Test
    void aProblemNamesEveryBadFieldAndCarriesItsHeaders() throws Exception {
        HttpResponse<String> answer = client.get("/problem");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(json(answer).toString())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                                + "\"detail\":\"Two are wrong\",\"instance\":\"/problem\","
                                + "\"errors\":[{\"field\":\"[3].a\",\"message\":\"no\"},{\"field\":\"b\",\"message\":\"never\"}]}");
    }

    @Test
    void aProblemSaysTheNameInTheLettersItWasSentIn() throws Exception {
        HttpResponse<byte[]> answer = client.bytes("/refuse/%E6%99%BA%E8%B0%B1%F0%9F%98%80");

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("no 智谱😀 here");
    }

    @Test
    void whoHasAnAnswerAlreadyIsToldSo() throws Exception {
        HttpResponse<String> first = client.get("/ids/a");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = client.send("GET", "/ids/a", new byte[0], "If-None-Match", "\"other\", " + tag);
        HttpResponse<String> asIfStrong =
                client.send("GET", "/ids/a", new byte[0], "If-None-Match", tag.replaceFirst("^W/", ""));
        HttpResponse<String> other = client.send("GET", "/ids/b", new byte[0], "If-None-Match", tag);

        assertThat(tag).matches("W/\"[0-9a-f-]+\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(asIfStrong.statusCode()).isEqualTo(304);
        assertThat(other.body()).isEqualTo("b");
    }

    @Test
    void gzipAndPlainSayTheSameSoTheirTagIsOneAndWeak() throws Exception {
        HttpResponse<String> plain = client.get("/long");
        HttpResponse<String> zipped = client.send("GET", "/long", new byte[0], "Accept-Encoding", "gzip");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(plain.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(zipped.headers().firstValue("ETag").orElseThrow())
                .isEqualTo(plain.headers().firstValue("ETag").orElseThrow())
                .startsWith("W/");
    }

    @ParameterizedTest
    @CsvSource({
        "/ids/a, identity",
        "/ids/a, gzip",
        "/long, identity",
        "/long, gzip",
        "/refuse/a, gzip",
        "/healthz, gzip"
    })
    void headHasTheHeadersOfGet(String path, String encoding) throws Exception {
        HttpResponse<String> get = client.send("GET", path, new byte[0], "Accept-Encoding", encoding);
        HttpResponse<String> head = client.send("HEAD", path, new byte[0], "Accept-Encoding", encoding);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(described(head)).isEqualTo(described(get));
    }

    @Test
    void headOfWhatIsKnownAlreadyIsNotModified() throws Exception {
        String tag = client.send("HEAD", "/ids/a", new byte[0])
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> again = client.send("HEAD", "/ids/a", new byte[0], "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @Test
    void whatMustNotBeKeptHasNoTag() throws Exception {
        assertThat(client.get("/readyz").headers().firstValue("ETag")).isEmpty();
        assertThat(client.get("/bug").headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void anUnknownPathIsAProblemAndSoIsAWrongMethod() throws Exception {
        HttpResponse<String> unknown = client.get("/nowhere");
        HttpResponse<String> wrong = client.send("DELETE", "/echo", new byte[0]);

        assertThat(json(unknown).get("status").asInt()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(json(wrong).get("status").asInt()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow").orElseThrow()).contains("POST");
    }

    @Test
    void anEncodedSlashInAPathReachesItsRoute() throws Exception {
        assertThat(client.get("/ids/a%2Fb").body()).isEqualTo("a/b");
        assertThat(client.get("/ids/100%25").body()).isEqualTo("100%");
        assertThat(client.get("/ids/a%5Cb").body()).isEqualTo("a\\b");
    }

    @Test
    void whatJettyRefusesIsAProblemToo() throws Exception {
        String answer = client.raw("GET /ids/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains(Problem.MEDIA_TYPE, "\"status\":400");
    }

    @Test
    void headAnswersWhatGetWouldWithoutABody() throws Exception {
        missing.add("Kafka is away");

        HttpResponse<String> answer = client.send("HEAD", "/readyz", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void optionsNamesTheMethodsOfAPath() throws Exception {
        HttpResponse<String> answer = client.send("OPTIONS", "/echo", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("POST");
    }

    @Test
    void readinessSaysWhatIsMissing() throws Exception {
        assertThat(client.get("/readyz").body()).isEqualTo("{\"status\":\"ready\"}");

        missing.add("Kafka is away");

        assertThat(client.get("/readyz").body())
                .isEqualTo("{\"status\":\"not ready\",\"reasons\":[\"Kafka is away\"]}");
        assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyIsReadUpToItsLimit() throws Exception {
        assertThat(post(new byte[LIMIT]).body()).isEqualTo("1000");
        assertThat(post(new byte[LIMIT + 1]).statusCode()).isEqualTo(413);
        assertThat(post(new byte[10_000_000]).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyIsReadAsItCameWhetherItsLengthIsToldOrNot() throws Exception {
        String text = "a body of some length";
        String chunks = String.join("\r\n", "6", "a body", "f", " of some length", "0", "", "");
        String chunked = client.raw(
                "POST /same HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(client.send("POST", "/same", text.getBytes(StandardCharsets.UTF_8))
                        .body())
                .isEqualTo(text);
        assertThat(client.send("POST", "/same", new byte[0]).body()).isEmpty();
        assertThat(chunked).startsWith("HTTP/1.1 200").endsWith(text);
    }

    @Test
    void aChunkedBodyThatHidesItsLengthIsBoundedWhileRead() throws Exception {
        String chunk = "400\r\n" + "x".repeat(1_024) + "\r\n";

        String answer =
                client.raw("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk + chunk + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void aGzipBodyIsReadAndABombIsRefused() throws Exception {
        assertThat(post(gzip(new byte[LIMIT]), "Content-Encoding", "gzip").body())
                .isEqualTo("1000");
        assertThat(post(gzip(new byte[200_000]), "Content-Encoding", "gzip").statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyThatIsNotTheGzipItClaimsToBeIsRefused() throws Exception {
        byte[] whole = gzip(new byte[LIMIT]);

        assertThat(post(new byte[] {1, 2, 3}, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(post(Arrays.copyOf(whole, whole.length - 6), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(whole, "Content-Encoding", "br").statusCode()).isEqualTo(415);
    }

    @Test
    void requestsAreCountedByRouteTemplateNeverByPath() throws Exception {
        client.get("/ids/abc");
        client.get("/elsewhere/123");

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(client.get("/metrics").body())
                        .contains(
                                "vorsprung_http_requests_seconds_count{method=\"GET\",route=\"/ids/{id}\",status=\"200\"} 1")
                        .contains("route=\"none\",status=\"404\"")
                        .doesNotContain("abc", "elsewhere"));
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatMovesIt() {
        try (HttpServer second = server(server.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + server.port())
                    .hasMessageContaining("--port");
        }
    }

    private HttpServer server(int port) {
        return new HttpServer(
                HttpSettings.loopback(port, "--port"),
                registry,
                List.of(new Health(() -> missing), HttpServerTest::routes, this::slow));
    }

    private void slow(JavalinConfig config) {
        config.routes.get("/slow", request -> {
            entered.countDown();
            mayGo.await();
        });
    }

    private static void routes(JavalinConfig config) {
        config.routes.get("/bug", request -> {
            throw new IllegalStateException("secret");
        });
        config.routes.get("/problem", request -> {
            throw Problem.of(
                            422,
                            "Two are wrong",
                            List.of(new Problem.BadField("[3].a", "no"), new Problem.BadField("b", "never")))
                    .exception()
                    .with("Retry-After", "3");
        });
        config.routes.get("/refuse/{name}", request -> {
            throw Problem.of(404, "no " + request.pathParam("name") + " here").exception();
        });
        config.routes.get("/ids/{id}", request -> request.result(request.pathParam("id")));
        config.routes.get("/long", request -> request.result("long ".repeat(1_000)));
        config.routes.post("/same", request -> request.result(Body.read(request, LIMIT)));
        config.routes.post("/echo", request -> request.result(String.valueOf(Body.read(request, LIMIT).length)));
    }

    /** The headers that say what the answer is. */
    private static Map<String, List<String>> described(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private HttpResponse<String> post(byte[] body, String... headers) throws IOException, InterruptedException {
        return client.send("POST", "/echo", body, headers);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
