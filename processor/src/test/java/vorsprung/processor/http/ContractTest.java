package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.http.Json;
import vorsprung.processor.feed.FeedRecord;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private static final String THEN = "asOf=2025-12-31&knownAt=2025-12-31";

    /** For each path template, a path of the small market. */
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("/v1/companies/{companyId}", "/v1/companies/openai"),
            Map.entry("/v1/companies/{companyId}/history", "/v1/companies/openai/history"),
            Map.entry("/v1/benchmarks/{benchmarkId}", "/v1/benchmarks/mmlu"),
            Map.entry("/v1/benchmarks/{benchmarkId}/leads", "/v1/benchmarks/mmlu/leads"),
            Map.entry("/v1/benchmarks/{benchmarkId}/records", "/v1/benchmarks/mmlu/records"),
            Map.entry("/v1/benchmarks/{benchmarkId}/windows", "/v1/benchmarks/mmlu/windows"),
            Map.entry("/v1/models/{companyId}/{model}", "/v1/models/openai/gpt-4"),
            Map.entry("/v1/models/{companyId}/{model}/prices", "/v1/models/openai/gpt-4/prices"),
            Map.entry("/v1/companies/{companyId}/why/{figure}", "/v1/companies/openai/why/valuationUsd"),
            Map.entry("/v1/benchmarks/{benchmarkId}/why/{figure}", "/v1/benchmarks/mmlu/why/vorsprungDays"),
            Map.entry("/v1/models/{companyId}/{model}/why/{figure}", "/v1/models/openai/gpt-4/why/priceCuts"),
            Map.entry("/v1/events/{type}/{key}/{eventId}", "/v1/events/funding-round/openai/series-e"));

    /** For each query parameter, a value that makes sense; those with a default are not needed. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("asOf", "2025-12-31"),
            Map.entry("knownAt", "2025-12-31"),
            Map.entry("excludeSource", "Bloomberg"),
            Map.entry("companyId", "openai"),
            Map.entry("benchmarkId", "mmlu"),
            Map.entry("modelId", "openai/gpt-4"),
            Map.entry("leader", "openai,google"),
            Map.entry("openWeights", "true"),
            Map.entry("limit", "2"),
            Map.entry("timeout", "0"),
            Map.entry("allowStale", "true"),
            Map.entry("by", "openness"),
            Map.entry("size", "P1Y"),
            Map.entry("from", "2024"),
            Map.entry("to", "2025-06"),
            Map.entry("since", "2024-01-01"),
            Map.entry("subject", "openai"),
            Map.entry("type", "DOWN_ROUND,CAUGHT_UP"));

    private final ApiFixture api = new ApiFixture();
    private Contract contract = new Contract("{}");

    @BeforeAll
    void publish() {
        api.market().publishAll(SmallMarket.companies());
        api.market().publishAll(SmallMarket.results());
        api.market().publishAll(SmallMarket.models());
        contract = new Contract(api.ask("/openapi.yaml").body());
    }

    @AfterAll
    void close() {
        api.close();
    }

    @Test
    void everyRouteIsInTheContractAndEveryPathOfTheContractIsRouted() {
        Set<String> routed = api.endpoints().stream()
                .filter(endpoint -> !isOfAPage(endpoint))
                .map(endpoint -> endpoint.replace('<', '{').replace('>', '}'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(contract.endpoints()).isEqualTo(routed);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies, ",
        "/v1/companies, limit=2",
        "/v1/companies, sort=runwayMonths:asc",
        "/v1/benchmarks, sort=-frontier",
        "/v1/models, sort=releasedAt",
        "/v1/companies/{companyId}, ",
        "/v1/companies/{companyId}/history, ",
        "/v1/benchmarks, ",
        "/v1/benchmarks/{benchmarkId}, ",
        "/v1/benchmarks/{benchmarkId}/leads, ",
        "/v1/benchmarks/{benchmarkId}/leads, by=openness",
        "/v1/benchmarks/{benchmarkId}/records, ",
        "/v1/benchmarks/{benchmarkId}/records, by=openness",
        "/v1/benchmarks/{benchmarkId}/windows, size=P1M",
        "/v1/models, ",
        "/v1/models/{companyId}/{model}, ",
        "/v1/models/{companyId}/{model}/prices, ",
        "/v1/prices/capability, benchmark=mmlu&minScore=0.8",
        "/v1/companies/{companyId}/why/{figure}, ",
        "/v1/benchmarks/{benchmarkId}/why/{figure}, ",
        "/v1/models/{companyId}/{model}/why/{figure}, ",
        "/v1/events/{type}/{key}/{eventId}, "
    })
    void anAnswerIsAsTheContractSays(String template, String parameters) {
        HttpResponse<String> answer =
                api.ask(path(template) + '?' + THEN + (parameters == null ? "" : '&' + parameters));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(contract.violations("GET", template, answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/signals", "/v1/status", "/healthz", "/readyz", "/metrics", "/openapi.yaml", "/docs"})
    void anAnswerWithoutTimesIsAsTheContractSays(String template) {
        HttpResponse<String> answer = api.ask(template);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(contract.violations("GET", template, answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies, /v1/companies?sort=beauty, 400",
        "/v1/companies/{companyId}, /v1/companies/nobody, 404",
        "/v1/benchmarks/{benchmarkId}/windows, /v1/benchmarks/mmlu/windows?size=P2M, 400",
        "/v1/models/{companyId}/{model}, /v1/models/no/body, 404",
        "/v1/prices/capability, /v1/prices/capability?benchmark=mmlu, 400",
        "/v1/events/{type}/{key}/{eventId}, /v1/events/acquisition/openai/a, 404",
        "/v1/signals, /v1/signals?type=NONE, 400",
        "/v1/stream, /v1/stream?types=none, 400"
    })
    void aProblemIsAsTheContractSays(String template, String path, int status) {
        HttpResponse<String> answer = api.ask(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(contract.violations("GET", template, answer)).isEmpty();
    }

    /** By its view alone, for the feed of the fixture has no brokers. */
    @Test
    void aChangeIsAsTheContractSays() throws IOException {
        FeedRecord.Changed change = new FeedRecord.Changed(
                "openai",
                "company",
                "talks",
                null,
                "{\"valuationUsd\":500000000000}",
                Instant.parse("2025-10-01T00:00:00Z"),
                new FeedRecord.Cause("funding-round", "openai", "talks", "market.funding-rounds", 3, 7));
        Instant now = Instant.parse("2025-10-02T00:00:00Z");
        Page<ChangeView> page = new Page<>(now, now, List.of(ChangeView.of(change)), null, null);

        List<String> violations = contract.violations(
                "GET", "/v1/changes", 200, "application/json", Json.writer().writeValueAsString(page));

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyParameterOfTheContractIsTaken(String template) {
        for (String name : contract.queryParameters("GET", template)) {
            if (VALUES.containsKey(name)) {
                String required = template.endsWith("/capability") ? "benchmark=mmlu&minScore=0.8&" : "";

                HttpResponse<String> answer = api.ask(path(template) + '?' + required + name + '=' + VALUES.get(name));

                assertThat(answer.statusCode()).as("%s of %s", name, template).isEqualTo(200);
            }
        }
    }

    private static Stream<String> questions() {
        return Stream.concat(
                PATHS.keySet().stream(),
                Stream.of(
                        "/v1/companies",
                        "/v1/benchmarks",
                        "/v1/models",
                        "/v1/prices/capability",
                        "/v1/signals",
                        "/v1/status"));
    }

    @Test
    void thePageToTryItAsksThisServerOnly() {
        HttpResponse<String> page = api.ask("/docs");

        assertThat(page.body())
                .contains("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/docs.js")
                .doesNotContain("http:", "https:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("script-src");
        assertThat(api.ask("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(api.ask("/docs/swagger-ui.css").statusCode()).isEqualTo(200);
        assertThat(api.ask("/docs/docs.js").body()).contains("validatorUrl: null");
    }

    private static String path(String template) {
        return PATHS.getOrDefault(template, template);
    }

    /** The dashboard and the files of a page are no part of the contract. */
    private static boolean isOfAPage(String endpoint) {
        return endpoint.startsWith("GET /docs/")
                || endpoint.startsWith("GET /dashboard/")
                || endpoint.equals("GET /")
                || endpoint.equals("GET /embed.html");
    }
}
