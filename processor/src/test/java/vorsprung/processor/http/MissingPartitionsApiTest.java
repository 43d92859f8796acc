package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.http.HttpSettings;
import vorsprung.processor.query.Status;
import vorsprung.processor.topology.TopologyFixture;

/** An instance alone in a market of two partitions, of which it has the first. */
class MissingPartitionsApiTest {
    private final TopologyFixture market = new TopologyFixture(2);
    private final ApiServer server = new ApiServer(
            HttpSettings.loopback(0, "--port"),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            new ApiServer.Sources(
                    market.queries(),
                    new FakeFeed(),
                    () -> new Status(new Status.Versions("4.4.0", "17"), "RUNNING", List.of(), List.of(), List.of()),
                    List::of,
                    "'self'"));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
        market.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/companies", "/v1/benchmarks", "/v1/models", "/v1/signals"})
    void aListThatMissesAPartitionIsRefusedAndSaysWhichAndWhenToAskAgain(String list) throws Exception {
        HttpResponse<String> answer = ask(list);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = ApiFixture.parsed(answer.body());
        assertThat(problem.get("missing")).hasSize(1);
        assertThat(problem.get("missing").get(0).get("partition").intValue()).isEqualTo(1);
        assertThat(problem.get("missing").get(0).get("store").textValue()).startsWith("timelines-by-");
        assertThat(problem.get("missing").get(0).get("reason").textValue()).isEqualTo("it is not on this instance");
    }

    @Test
    void allowStaleIsTrueOrFalse() throws Exception {
        HttpResponse<String> answer = ask("/v1/companies?allowStale=maybe");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ApiFixture.parsed(answer.body()).get("detail").textValue())
                .isEqualTo("allowStale must be true or false, found \"maybe\"");
    }

    @Test
    void moreQuestionsThanAreAnsweredAtOnceDoNotWearThePlacesOut() throws Exception {
        for (int i = 0; i < 150; i++) {
            assertThat(ask("/v1/companies?allowStale=maybe").statusCode()).isEqualTo(400);
            assertThat(ask("/v1/companies").statusCode()).isEqualTo(503);
        }

        assertThat(ApiFixture.parsed(ask("/v1/companies").body()).has("missing"))
                .isTrue();
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
