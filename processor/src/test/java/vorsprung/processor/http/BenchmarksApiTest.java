package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.event.LeadClaim;
import vorsprung.processor.topology.Events;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchmarksApiTest {
    private static final String THEN = "asOf=2025-12-31&knownAt=2025-12-31";

    private final ApiFixture api = new ApiFixture();

    @BeforeAll
    void publish() {
        api.market().publishAll(SmallMarket.companies());
        api.market().publishAll(SmallMarket.results());
        api.market().publishAll(SmallMarket.models());
    }

    @AfterAll
    void close() {
        api.close();
    }

    @Test
    void aBenchmarkBearsItsLeaderAndWhatIsClaimed() {
        JsonNode benchmark = api.json("/v1/benchmarks/mmlu?" + THEN);

        assertThat(benchmark).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "benchmarkId": "mmlu",
                  "benchmark": "MMLU",
                  "higherIsBetter": true,
                  "leader": "meta",
                  "leaderModelId": "meta/llama",
                  "frontier": 0.88,
                  "margin": 0.010000000000000009,
                  "marginPercent": 1.1494252873563229,
                  "leadDays": 527.0,
                  "vorsprungDays": 248.5,
                  "contenders": 2,
                  "lastResultAt": "2024-07-23T00:00:00Z",
                  "claims": [
                    {
                      "claimant": "Sam Altman",
                      "minMonths": 3.0,
                      "maxMonths": 6.0,
                      "formerMonths": 12.0,
                      "companyId": "openai",
                      "occurredAt": "2025-03-31T00:00:00Z"
                    }
                  ],
                  "evidence": ["r-3", "r-2"]
                }
                """));
    }

    @Test
    void theListHasEveryBenchmarkAsItIsByItself() {
        JsonNode one = api.json("/v1/benchmarks/mmlu?" + THEN);
        JsonNode list = api.json("/v1/benchmarks?" + THEN);

        assertThat(list.fieldNames()).toIterable().containsExactly("asOf", "knownAt", "items");
        JsonNode item = list.get("items").get(0);
        assertThat(item.fieldNames())
                .toIterable()
                .allSatisfy(field -> assertThat(item.get(field)).isEqualTo(one.get(field)));
    }

    @Test
    void theListIsSortedByAnyFigureAndFilteredByIdAndLeader() {
        try (ApiFixture two = new ApiFixture()) {
            two.market().publishAll(SmallMarket.results());
            two.market()
                    .publish(Events.result("arc", "openai/o3", "arc-1", "2024-12-20", 87.5)
                            .build());

            assertThat(ids(two, "sort=frontier")).containsExactly("arc", "mmlu");
            assertThat(ids(two, "sort=vorsprungDays")).containsExactly("mmlu", "arc");
            assertThat(ids(two, "sort=lastResultAt:asc")).containsExactly("mmlu", "arc");
            assertThat(ids(two, "sort=-benchmarkId")).containsExactly("mmlu", "arc");
            assertThat(ids(two, "leader=openai,google")).containsExactly("arc");
            assertThat(ids(two, "benchmarkId=mmlu,none")).containsExactly("mmlu");
            assertThat(two.ask("/v1/benchmarks?sort=claims").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aClaimWhoseRetractionCameFirstWasInForceInBetween() {
        try (ApiFixture own = new ApiFixture()) {
            own.market()
                    .publishAll(List.of(
                            Events.result("mmlu", "openai/gpt-4", "r", "2023-03-14", 0.86)
                                    .build(),
                            claim("2024-06-01").setRetracted(true).build(),
                            claim("2024-02-01").setClaimant("X").build()));

            assertThat(own.json("/v1/benchmarks/mmlu?knownAt=2024-03-01").get("claims"))
                    .hasSize(1);
            assertThat(own.json("/v1/benchmarks/mmlu?knownAt=2024-07-01").get("claims"))
                    .isEmpty();
        }
    }

    private static LeadClaim.Builder claim(String recordedAt) {
        return Events.claim("openai", "c", "2024-01-01").setRecordedAt(Events.at(recordedAt));
    }

    private static List<String> ids(ApiFixture api, String question) {
        List<String> ids = new ArrayList<>();
        api.json("/v1/benchmarks?" + question + "&" + THEN)
                .get("items")
                .forEach(item -> ids.add(item.get("benchmarkId").asText()));
        return ids;
    }

    @Test
    void theLeadWindows() {
        JsonNode leads = api.json("/v1/benchmarks/mmlu/leads?" + THEN);

        assertThat(leads.get("items")).isEqualTo(parsed("""
                [
                  {
                    "leader": "openai",
                    "modelId": "openai/gpt-4",
                    "openedAt": "2023-03-14T00:00:00Z",
                    "closedAt": "2024-03-04T00:00:00Z",
                    "days": 356.0,
                    "openingScore": 0.86,
                    "closingScore": 0.86,
                    "successor": "anthropic",
                    "evidence": ["r-1", "r-2"]
                  },
                  {
                    "leader": "anthropic",
                    "modelId": "anthropic/opus",
                    "openedAt": "2024-03-04T00:00:00Z",
                    "closedAt": "2024-07-23T00:00:00Z",
                    "days": 141.0,
                    "openingScore": 0.87,
                    "closingScore": 0.87,
                    "maxMargin": 0.010000000000000009,
                    "successor": "meta",
                    "evidence": ["r-2", "r-3"]
                  },
                  {
                    "leader": "meta",
                    "modelId": "meta/llama",
                    "openedAt": "2024-07-23T00:00:00Z",
                    "days": 527.0,
                    "openingScore": 0.88,
                    "closingScore": 0.88,
                    "maxMargin": 0.010000000000000009,
                    "evidence": ["r-3"]
                  }
                ]
                """));
    }

    @Test
    void theFrontierRecordsWithTheirCatchUps() {
        JsonNode records = api.json("/v1/benchmarks/mmlu/records?" + THEN);

        assertThat(records.get("items").get(0)).isEqualTo(parsed("""
                {
                  "companyId": "openai",
                  "modelId": "openai/gpt-4",
                  "score": 0.86,
                  "at": "2023-03-14T00:00:00Z",
                  "lagDays": 356.0,
                  "catchUp": {
                    "companyId": "anthropic",
                    "modelId": "anthropic/opus",
                    "score": 0.87,
                    "at": "2024-03-04T00:00:00Z",
                    "comparable": false,
                    "recordCostBasis": "COMPANY_CLAIM"
                  },
                  "evidence": ["r-1", "r-2"]
                }
                """));
        assertThat(records.get("items").get(2)).isEqualTo(parsed("""
                {
                  "companyId": "meta",
                  "modelId": "meta/llama",
                  "score": 0.88,
                  "at": "2024-07-23T00:00:00Z",
                  "lagDays": 527.0,
                  "evidence": ["r-3"]
                }
                """));
    }

    @Test
    void theCompetitiveLeadWindows() {
        JsonNode windows = api.json("/v1/benchmarks/mmlu/windows?size=P1Y&from=2024&" + THEN);

        assertThat(windows.get("items")).isEqualTo(parsed("""
                [
                  {
                    "from": "2024-01-01T00:00:00Z",
                    "to": "2025-01-01T00:00:00Z",
                    "leaderAtEnd": "meta",
                    "shares": {
                      "anthropic": 0.38524590163934425,
                      "meta": 0.4426229508196721,
                      "openai": 0.1721311475409836
                    },
                    "leadChanges": 2,
                    "frontierStart": 0.86,
                    "frontierEnd": 0.88,
                    "marginAtEnd": 0.010000000000000009,
                    "contenders": 2,
                    "medianLagDays": 248.5
                  },
                  {
                    "from": "2025-01-01T00:00:00Z",
                    "to": "2026-01-01T00:00:00Z",
                    "leaderAtEnd": "meta",
                    "shares": {"meta": 1.0},
                    "leadChanges": 0,
                    "frontierStart": 0.88,
                    "frontierEnd": 0.88,
                    "marginAtEnd": 0.010000000000000009,
                    "contenders": 2
                  }
                ]
                """));
    }

    @Test
    void windowsAreMonthsFromTheFirstResultOnUnlessTheQuestionSaysOtherwise() {
        JsonNode months = api.json("/v1/benchmarks/mmlu/windows?" + THEN);
        JsonNode quarters = api.json("/v1/benchmarks/mmlu/windows?size=P3M&from=2024&to=2025&" + THEN);

        assertThat(months.get("items")).hasSize(34);
        assertThat(months.get("items").get(0).get("from").asText()).isEqualTo("2023-03-01T00:00:00Z");
        assertThat(quarters.get("items")).hasSize(4);
        assertThat(quarters.get("items").get(3).get("to").asText()).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void openAgainstClosedWeights() {
        JsonNode leads = api.json("/v1/benchmarks/mmlu/leads?by=openness&" + THEN);
        JsonNode records = api.json("/v1/benchmarks/mmlu/records?by=openness&" + THEN);
        JsonNode windows = api.json("/v1/benchmarks/mmlu/windows?by=openness&size=P1Y&" + THEN);

        assertThat(leads.get("unknownResults").asInt()).isEqualTo(1);
        assertThat(leads.get("items").get(0).get("leader").asText()).isEqualTo("closed");
        assertThat(leads.get("items").get(0).get("days").asDouble()).isEqualTo(497.0);
        assertThat(records.get("unknownResults").asInt()).isEqualTo(1);
        assertThat(records.get("items").get(0).get("catchUp")).isEqualTo(parsed("""
                {
                  "companyId": "meta",
                  "modelId": "meta/llama",
                  "score": 0.88,
                  "at": "2024-07-23T00:00:00Z",
                  "costRatio": 0.6,
                  "comparable": false,
                  "costBasis": "ESTIMATE",
                  "recordCostBasis": "COMPANY_CLAIM"
                }
                """));
        assertThat(windows.get("items").get(1).get("shares"))
                .isEqualTo(parsed("{\"closed\": 0.5573770491803278, \"open\": 0.4426229508196721}"));
    }

    @Test
    void beforeItsFirstResultABenchmarkIsNotFound() {
        assertThat(api.ask("/v1/benchmarks/mmlu?asOf=2022").statusCode()).isEqualTo(404);
        assertThat(api.json("/v1/benchmarks?asOf=2022").get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/leads", "/records", "/windows"})
    void anUnknownBenchmarkIsNotFound(String path) {
        HttpResponse<String> answer = api.ask("/v1/benchmarks/nothing" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(parsed(answer.body()).get("detail").asText()).contains("\"nothing\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows?size=P2M", "windows?from=yesterday", "leads?by=size", "leads?size=P1M"})
    void aQuestionThatMakesNoSenseIsRefused(String question) {
        assertThat(api.ask("/v1/benchmarks/mmlu/" + question).statusCode()).isEqualTo(400);
    }
}
