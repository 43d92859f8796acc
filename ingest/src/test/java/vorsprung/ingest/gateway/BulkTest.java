package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.http.Json;
import vorsprung.ingest.publish.KafkaUnavailableException;

final class BulkTest {
    private static final String GOOD =
            "{\"company\":\"OpenAI\",\"round\":\"Series F\",\"occurredAt\":\"2025-03-31\"}\n";

    @TempDir
    private Path folder = Path.of("");

    private TestGateway gateway = new TestGateway(folder);
    private String token = "";

    @BeforeEach
    void start() throws IOException {
        gateway = new TestGateway(folder);
        token = gateway.token("ap", "publish:AP", "correct:own");
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everyLineHasItsResultAndABadOneKeepsNoOtherBack() throws Exception {
        List<JsonNode> results = lines(post(GOOD + "{\"round\":1}\n\n" + GOOD + "{"));

        assertThat(results).hasSize(5);
        assertThat(results.get(0).get("line").asInt()).isEqualTo(1);
        assertThat(results.get(0).get("eventId").asText()).isEqualTo("funding-round:openai:series-f:2025-03-31");
        assertThat(results.get(0).get("offset").asInt()).isZero();
        assertThat(results.get(1).get("line").asInt()).isEqualTo(2);
        assertThat(results.get(1).get("errors").findValuesAsText("field")).contains("companyId", "occurredAt");
        assertThat(results.get(2).get("line").asInt()).isEqualTo(4);
        assertThat(results.get(2).get("offset").asInt()).isEqualTo(1);
        assertThat(results.get(3).get("line").asInt()).isEqualTo(5);
        assertThat(results.get(4))
                .isEqualTo(json("{\"lines\":4,\"published\":2,\"rejected\":2,\"failed\":0,"
                        + "\"position\":\"market.funding-rounds~1~1\"}"));
    }

    @Test
    void theAnswerIsAStreamOfLines() throws Exception {
        HttpResponse<String> answer = post(GOOD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    }

    @Test
    void aLineThatIsTooLongIsThatLinesErrorOnly() throws Exception {
        List<JsonNode> results = lines(post(GOOD + " ".repeat((1 << 20) + 1) + "\n" + GOOD));

        assertThat(results.get(1).get("errors").get(0).get("message").asText()).contains("1048576 bytes");
        assertThat(results.get(2).get("offset").asInt()).isEqualTo(1);
    }

    @Test
    void aLineUnderAnotherSourceIsThatLinesErrorOnly() throws Exception {
        List<JsonNode> results = lines(
                post(GOOD.replace("}", ",\"source\":\"Reuters\"}") + GOOD + GOOD.replace("}", ",\"retracted\":true}")));

        assertThat(results.get(0).get("errors").get(0).get("message").asText()).contains("publish:Reuters");
        assertThat(results.get(1).get("offset").asInt()).isZero();
        assertThat(results.get(2).get("offset").asInt()).isEqualTo(1);
    }

    @Test
    void aRetractionOfWhatNobodyReportedMakesItNotReported() throws Exception {
        String retraction = GOOD.replace("}", ",\"retracted\":true}");

        List<JsonNode> results = lines(post(retraction + retraction));

        assertThat(results.get(2).get("rejected").asInt()).isEqualTo(2);
        assertThat(gateway.kafka.reports).isEmpty();
    }

    @Test
    void onRequestOnlyFailuresAndTheSummaryAreTold() throws Exception {
        List<JsonNode> results = lines(gateway.post(
                token,
                "funding-round",
                BodyPublishers.ofString(GOOD + "[]\n" + GOOD),
                "Content-Type",
                "application/x-ndjson",
                "Prefer",
                "return=minimal"));

        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(results.get(1).get("published").asInt()).isEqualTo(2);
    }

    @Test
    void whenKafkaGoesAwayInTheMiddleTheLinesFromThereOnSaySo() throws Exception {
        gateway.kafka.failure = new KafkaUnavailableException("Kafka did not take the event");
        gateway.kafka.writesBeforeFailing = 1;

        List<JsonNode> results = lines(post(GOOD.repeat(1_200)));

        JsonNode summary = results.get(results.size() - 1);
        assertThat(summary.get("lines").asInt()).isEqualTo(1_200);
        assertThat(summary.get("published").asInt()).isBetween(1, 500);
        assertThat(summary.get("failed").asInt()).isEqualTo(1_200 - gateway.kafka.reports.size());
        assertThat(results.get(1_199).get("errors").get(0).get("message").asText())
                .contains("not tried")
                .contains("Kafka did not take the event");
    }

    @Test
    void whileKafkaIsAwayNothingIsRead() throws Exception {
        gateway.kafka.missing = Optional.of("Kafka does not answer");

        HttpResponse<String> answer = post(GOOD);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void anEventThatKafkaDoesNotTakeFailsAlone() throws Exception {
        gateway.kafka.tooLarge = Optional.of("Series G");

        List<JsonNode> results = lines(post(GOOD + GOOD.replace("Series F", "Series G") + GOOD));

        assertThat(results.get(0).has("offset")).isTrue();
        assertThat(results.get(1).get("errors").get(0).get("message").asText()).contains("too large");
        assertThat(results.get(2).has("offset")).isTrue();
    }

    @Test
    void aKeyIsRefusedSinceNoAnswerIsKept() throws Exception {
        HttpResponse<String> answer = gateway.post(
                token,
                "funding-round",
                BodyPublishers.ofString(GOOD),
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                "k");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("recordedAt");
    }

    @Test
    void gzipIsTaken() throws Exception {
        List<JsonNode> results = lines(gzip(GOOD.repeat(3).getBytes(StandardCharsets.UTF_8)));

        assertThat(results.get(3).get("published").asInt()).isEqualTo(3);
    }

    @Test
    void aBombIsRefusedWhereItGoesOff() throws Exception {
        byte[] zeros = "\n".repeat(20_000_000).getBytes(StandardCharsets.UTF_8);

        List<JsonNode> results = lines(gzip(zeros));

        assertThat(results.get(0).get("errors").get(0).get("message").asText()).contains("200 times");
        assertThat(results.get(1).get("published").asInt()).isZero();
    }

    @Test
    void aBodyThatIsCutShortSaysSoAtItsEnd() throws Exception {
        byte[] whole = gzipped(GOOD.repeat(1_000).getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        List<JsonNode> results = lines(gateway.post(
                token,
                "funding-round",
                BodyPublishers.ofByteArray(half),
                "Content-Type",
                "application/x-ndjson",
                "Content-Encoding",
                "gzip"));

        assertThat(results.get(results.size() - 2)
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asText())
                .contains("not readable gzip");
    }

    @Test
    void aLineIsAnsweredBeforeTheNextOneIsSent() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(20_000);
            OutputStream request = socket.getOutputStream();
            write(
                    request,
                    "POST /v1/events/funding-round HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Transfer-Encoding: chunked\r\nContent-Type: application/x-ndjson\r\nAuthorization: Bearer "
                            + token + "\r\n\r\n");
            write(request, chunk(GOOD));
            assertThat(lineWith(answer, "\"line\":1,")).contains("\"offset\":0");
            write(request, chunk(GOOD));
            assertThat(lineWith(answer, "\"line\":2,")).contains("\"offset\":1");
            write(request, "0\r\n\r\n");
            assertThat(lineWith(answer, "\"lines\"")).contains("\"published\":2");
        }
    }

    private static void write(OutputStream request, String text) throws IOException {
        request.write(text.getBytes(StandardCharsets.UTF_8));
        request.flush();
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String lineWith(BufferedReader answer, String part) throws IOException {
        String line = answer.readLine();
        while (line != null && !line.contains(part)) {
            line = answer.readLine();
        }
        return String.valueOf(line);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return gateway.post(
                token, "funding-round", BodyPublishers.ofString(body), "Content-Type", "application/x-ndjson");
    }

    private HttpResponse<String> gzip(byte[] body) throws Exception {
        BodyPublisher gzip = BodyPublishers.ofByteArray(gzipped(body));
        return gateway.post(
                token, "funding-round", gzip, "Content-Type", "application/x-ndjson", "Content-Encoding", "gzip");
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        return answer.body().lines().map(BulkTest::json).toList();
    }

    private static JsonNode json(String line) {
        return Json.parse(line.getBytes(StandardCharsets.UTF_8));
    }
}
