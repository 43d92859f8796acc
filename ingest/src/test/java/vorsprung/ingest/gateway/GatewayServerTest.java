package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.access.Protection;
import vorsprung.http.HttpSettings;
import vorsprung.http.Json;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Report;

final class GatewayServerTest {
    private static final String ROUND = "{\"company\":\"OpenAI\",\"round\":\"Series F\",\"occurredAt\":\"2025-03-31\"}";
    private static final String OTHER =
            "{\"company\":\"Anthropic\",\"round\":\"Series E\",\"occurredAt\":\"2025-03-03\"}";
    private static final String BAD = "{\"company\":\"OpenAI\",\"occurredAt\":\"0202-07-30\",\"amountUsd\":-1}";

    private final FakeKafka kafka = new FakeKafka();
    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayServer server = server();
    private volatile Instant now = Instant.parse("2025-04-01T12:00:00Z");

    private GatewayServer server() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Gateway gateway = new Gateway(new Intake(Directory.bundled()), kafka.side(), registry, () -> now);
        return new GatewayServer(
                HttpSettings.loopback(0, "--ingest-port"),
                gateway,
                Protection.none(),
                () -> kafka.missing.stream().toList(),
                registry,
                () -> now);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void oneEventIsAnsweredWithWhereItLies() throws Exception {
        HttpResponse<String> answer = post("funding-round", ROUND);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("[{\"eventId\":\"funding-round:openai:series-f:2025-03-31\","
                        + "\"topic\":\"market.funding-rounds\",\"partition\":1,\"offset\":0}]");
        assertThat(answer.headers().firstValue("Vorsprung-Position")).contains("market.funding-rounds~1~0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'company':'OpenAI','company':'OpenAI'}",
                "{'company':null,'occurredAt':'2025','company':'OpenAI'}",
                "{'type':'funding-round','type':null}",
                "{'nowhere':1,'company':'OpenAI','nowhere':null}",
                "{'source':{'name':'a','name':'b'}}",
            })
    void aNameTwiceInOneObjectIsNoJson(String body) throws Exception {
        String json = body.replace('\'', '"');

        for (String sent : List.of(json, "[" + ROUND + "," + json + "]")) {
            HttpResponse<String> answer = post("funding-round", sent);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Duplicate field");
        }
        assertThat(kafka.reports).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAReportIsToldByItsName() throws Exception {
        HttpResponse<String> answer = post(
                "funding-round",
                "[{\"company\":\"OpenAI\",\"occurredAt\":\"2025\",\"nowhere\":1,\"here\":null,"
                        + "\"amountUsd\":\"x\",\"type\":\"lead-claim\"}, 7, null]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("[0].nowhere", "[0].amountUsd", "[0].type", "\"[1]\"", "\"[2]\"");
        assertThat(answer.body()).doesNotContain("[0].here");
    }

    @Test
    void anArrayIsPublishedInItsOrder() throws Exception {
        HttpResponse<String> answer = post("funding-round", "[" + ROUND + "," + OTHER + "]");

        assertThat(kafka.reports)
                .extracting(Report::eventId)
                .containsExactly(
                        "funding-round:openai:series-f:2025-03-31", "funding-round:anthropic:series-e:2025-03-03");
        assertThat(answer.headers().firstValue("Vorsprung-Position")).contains("market.funding-rounds~1~1");
    }

    @Test
    void anUnknownCompanyIsPublishedWithAWarning() throws Exception {
        HttpResponse<String> answer = post("funding-round", ROUND.replace("OpenAI", "A New One"));

        assertThat(json(answer).get(0).get("warnings").get(0).asText()).contains("a-new-one");
    }

    @Test
    void oneBadEventInAnArrayPublishesNothingAndEveryBadFieldIsNamed() throws Exception {
        HttpResponse<String> answer = post("funding-round", "[" + ROUND + "," + BAD + ",1]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("[1].occurredAt", "[1].amountUsd", "[2]");
        assertThat(kafka.reports).isEmpty();
    }

    @Test
    void anUnknownTypeNamesTheKnownOnes() throws Exception {
        HttpResponse<String> answer = post("funding", ROUND);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asText()).contains("funding-round", "lead-claim");
    }

    @Test
    void whoAsksHereIsToldWhereTheAnswerIs() throws Exception {
        HttpResponse<String> answer = get("/v1/events/nope");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("OPTIONS, POST");
        assertThat(json(answer).get("detail").asText()).contains("by POST", "query API", "another port");
    }

    @Test
    void brokenJsonIsToldByLineAndColumn() throws Exception {
        HttpResponse<String> answer = post("funding-round", "{\n\"company\": }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asText()).contains("line 2, column 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "NaN", "{\"score\":NaN}", "[]]", "{\"a\":1,\"a\":1}", "\u00ff"})
    void whatIsNoJsonIsABadRequest(String body) throws Exception {
        assertThat(post("benchmark-result", body).statusCode()).isEqualTo(400);
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        assertThat(post("funding-round", " ".repeat(10_000_000)).statusCode()).isEqualTo(413);
        assertThat(post("funding-round", array(1_001)).statusCode()).isEqualTo(413);
        assertThat(post("funding-round", array(1_000)).statusCode()).isEqualTo(201);
        assertThat(post("funding-round", "[]").statusCode()).isEqualTo(422);
    }

    @Test
    void anEventThatFitsTheBodyAndNotTheProcessorIsRefusedByItsPlace() throws Exception {
        String investors = ("\"" + "x".repeat(4_090) + "\",").repeat(241);
        String large = ROUND.replace("}", ",\"investors\":[" + investors.substring(0, investors.length() - 1) + "]}");

        HttpResponse<String> answer = post("funding-round", "[" + ROUND + "," + large + "]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("errors").get(0).get("field").asText()).isEqualTo("[1]");
        assertThat(json(answer).get("errors").get(0).get("message").asText()).contains("at most 983040");
        assertThat(kafka.reports).isEmpty();
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        assertThat(post("funding-round", ROUND, "Content-Type", "text/csv").statusCode())
                .isEqualTo(415);
        assertThat(post("funding-round", ROUND, "Content-Type", "application/json; charset=utf-8")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whileKafkaIsAwayTheAnswerIsAtOnceThatItIs() throws Exception {
        kafka.missing = Optional.of("Kafka does not answer");

        HttpResponse<String> answer = post("funding-round", ROUND);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).get("detail").asText()).contains("Kafka does not answer");
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverWaitsWhenKafkaGoesAwayIsToldAtOnceAndSettlesItWithTheKey() throws Exception {
        kafka.released = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> waiting =
                CompletableFuture.supplyAsync(() -> posted("funding-round", ROUND, "Idempotency-Key", "k"));
        kafka.reached.await();

        kafka.missing = Optional.of("Kafka does not answer");
        HttpResponse<String> told = waiting.get(5, TimeUnit.SECONDS);
        kafka.released.countDown();
        kafka.missing = Optional.empty();

        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(post("funding-round", ROUND, "Idempotency-Key", "k").statusCode())
                .isEqualTo(201);
        assertThat(kafka.reports).hasSize(1);
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() throws Exception {
        HttpResponse<String> first = post("funding-round", ROUND, "Idempotency-Key", "k");
        HttpResponse<String> again = post("funding-round", ROUND, "Idempotency-Key", "k");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Vorsprung-Position"))
                .isEqualTo(first.headers().firstValue("Vorsprung-Position"));
        assertThat(kafka.reports).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        post("funding-round", ROUND, "Idempotency-Key", "k");

        assertThat(post("funding-round", OTHER, "Idempotency-Key", "k").statusCode())
                .isEqualTo(422);
        assertThat(post("lead-claim", ROUND, "Idempotency-Key", "k").statusCode())
                .isEqualTo(422);
        assertThat(kafka.reports).hasSize(1);
    }

    @Test
    void aKeyWhoseRequestWasRefusedIsFreeForTheMendedOne() throws Exception {
        post("funding-round", BAD, "Idempotency-Key", "k");

        assertThat(post("funding-round", ROUND, "Idempotency-Key", "k").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aRetryAfterALostAcknowledgementIsAnsweredWithWhatWasPublished() throws Exception {
        kafka.failure = new KafkaUnavailableException("no acknowledgement");
        kafka.writesThoughFailing = true;
        HttpResponse<String> lost = post("funding-round", ROUND, "Idempotency-Key", "k");
        kafka.failure = null;
        now = now.plusSeconds(60);

        HttpResponse<String> again = post("funding-round", ROUND, "Idempotency-Key", "k");

        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(kafka.reports).hasSize(1);
    }

    @Test
    void aRetryAfterAFailureIsPublished() throws Exception {
        kafka.failure = new KafkaUnavailableException("no acknowledgement");
        HttpResponse<String> failed = post("funding-round", ROUND, "Idempotency-Key", "k");
        kafka.failure = null;

        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(post("funding-round", OTHER, "Idempotency-Key", "k").statusCode())
                .isEqualTo(422);
        assertThat(post("funding-round", ROUND, "Idempotency-Key", "k").statusCode())
                .isEqualTo(201);
        assertThat(kafka.reports).hasSize(1);
    }

    @Test
    void aKeyWithoutBoundsIsRefused() throws Exception {
        assertThat(post("funding-round", ROUND, "Idempotency-Key", "k".repeat(256))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void eventsAreCountedByTypeAndOutcome() throws Exception {
        post("funding-round", ROUND);
        post("funding-round", "[" + BAD + "," + BAD + "]");

        assertThat(get("/metrics").body())
                .contains("vorsprung_gateway_events_total{outcome=\"published\",type=\"funding-round\"} 1.0")
                .contains("vorsprung_gateway_events_total{outcome=\"rejected\",type=\"funding-round\"} 2.0");
    }

    private HttpResponse<String> post(String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/events/" + type))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> posted(String type, String body, String... headers) {
        try {
            return post(type, body, headers);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static String array(int size) {
        return Collections.nCopies(size, ROUND).toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
