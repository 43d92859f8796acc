package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.processor.topology.Events;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsApiTest {
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

    /** Later a source says that lower is better, which holds for all results as of then. */
    @ParameterizedTest
    @CsvSource({
        "asOf=2024-02-15, 5.0",
        "asOf=2024-03-15, 3.0",
        "asOf=2024-02-15&knownAt=2024-03-15, 5.0",
        "asOf=2024-03-15&knownAt=2024-03-15, 3.0"
    })
    void whichScoreIsTheBestTheLastResultOfTheBenchmarkSays(String question, double best) {
        try (ApiFixture own = new ApiFixture()) {
            own.market()
                    .publishAll(List.of(
                            Events.release("openai/o1", "release", "2024-01-01").build(),
                            Events.result("wer", "openai/o1", "a", "2024-01-01", 5)
                                    .build(),
                            Events.result("wer", "openai/o1", "b", "2024-02-01", 3)
                                    .build(),
                            Events.result("wer", "google/gemini", "c", "2024-03-01", 4)
                                    .setHigherIsBetter(false)
                                    .build(),
                            Events.result("wer", "google/gemini", "d", "2024-03-01", 4)
                                    .setHigherIsBetter(false)
                                    .setRecordedAt(Events.at("2024-06-01"))
                                    .build()));

            assertThat(own.json("/v1/models/openai/o1?" + question)
                            .at("/scores/0/score")
                            .doubleValue())
                    .isEqualTo(best);
        }
    }

    @Test
    void aModelBearsItsReleaseItsScoresAndItsPrice() {
        JsonNode model = api.json("/v1/models/openai/gpt-4?" + THEN);

        assertThat(model).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "modelId": "openai/gpt-4",
                  "companyId": "openai",
                  "model": "GPT-4",
                  "releasedAt": "2023-03-14T00:00:00Z",
                  "openWeights": false,
                  "contextWindowTokens": 8192,
                  "trainingCostUsd": 100000000,
                  "trainingCostBasis": "COMPANY_CLAIM",
                  "price": {
                    "inputUsdPerMillionTokens": 10,
                    "outputUsdPerMillionTokens": 30,
                    "cachedInputUsdPerMillionTokens": 2.5,
                    "blendedUsdPerMillionTokens": 15,
                    "since": "2023-11-06T00:00:00Z"
                  },
                  "priceCuts": 1,
                  "priceRises": 0,
                  "changePercent": -60.0,
                  "scores": [{"benchmarkId": "mmlu", "score": 0.86, "occurredAt": "2023-03-14T00:00:00Z"}],
                  "evidence": {
                    "releasedAt": ["gpt-4"],
                    "openWeights": ["gpt-4"],
                    "contextWindowTokens": ["gpt-4"],
                    "trainingCostUsd": ["gpt-4"],
                    "trainingCostBasis": ["gpt-4"],
                    "price": ["p/2"],
                    "priceCuts": ["p/2"],
                    "changePercent": ["p-1", "p/2"]
                  },
                  "evidenceCount": {
                    "releasedAt": 1,
                    "openWeights": 1,
                    "contextWindowTokens": 1,
                    "trainingCostUsd": 1,
                    "trainingCostBasis": 1,
                    "price": 1,
                    "priceCuts": 1,
                    "changePercent": 2
                  }
                }
                """));
    }

    @Test
    void theListHasEveryModelWithAReleaseOrAPriceById() {
        JsonNode list = api.json("/v1/models?" + THEN);

        assertThat(list.get("items")).hasSize(2);
        assertThat(list.get("items").get(0).get("modelId").asText()).isEqualTo("meta/llama");
        assertThat(list.get("items").get(0).get("parameters").asLong()).isEqualTo(405_000_000_000L);
        assertThat(list.get("items").get(1).get("modelId").asText()).isEqualTo("openai/gpt-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {THEN, "asOf=2025-12-31&knownAt=2024-07-23", "asOf=2024-03-04&knownAt=2024-03-04"})
    void aModelInTheListIsAsItIsByItselfItsScoresIncluded(String then) {
        JsonNode list = api.json("/v1/models?" + then);

        assertThat(list.get("items")).isNotEmpty().allSatisfy(item -> {
            JsonNode one = api.json("/v1/models/" + item.get("modelId").asText() + "?" + then);
            assertThat(item.get("scores")).isNotEmpty();
            assertThat(item.fieldNames())
                    .toIterable()
                    .allSatisfy(field -> assertThat(item.get(field)).isEqualTo(one.get(field)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sort=blendedUsdPerMillionTokens, 'openai/gpt-4 meta/llama'",
        "sort=blendedUsdPerMillionTokens:asc, 'meta/llama openai/gpt-4'",
        "sort=releasedAt, 'meta/llama openai/gpt-4'",
        "sort=parameters:asc, 'meta/llama openai/gpt-4'",
        "sort=-modelId, 'openai/gpt-4 meta/llama'",
        "openWeights=true, 'meta/llama'",
        "openWeights=false, 'openai/gpt-4'",
        "'companyId=openai,google', 'openai/gpt-4'",
        "'modelId=meta/llama,meta/none', 'meta/llama'"
    })
    void theListIsSortedByAnyFigureAndFilteredByCompanyModelAndOpenness(String question, String expected) {
        JsonNode list = api.json("/v1/models?" + question + "&" + THEN);

        assertThat(list.get("items"))
                .extracting(item -> item.get("modelId").asText())
                .containsExactly(expected.split(" "));
    }

    @Test
    void thePriceStepsOfAModel() {
        JsonNode prices = api.json("/v1/models/openai/gpt-4/prices?" + THEN);

        assertThat(prices).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "items": [
                    {
                      "from": "2023-03-14T00:00:00Z",
                      "to": "2023-11-06T00:00:00Z",
                      "inputUsdPerMillionTokens": 30,
                      "outputUsdPerMillionTokens": 60,
                      "blendedUsdPerMillionTokens": 37.5,
                      "evidence": ["p-1"]
                    },
                    {
                      "from": "2023-11-06T00:00:00Z",
                      "inputUsdPerMillionTokens": 10,
                      "outputUsdPerMillionTokens": 30,
                      "cachedInputUsdPerMillionTokens": 2.5,
                      "blendedUsdPerMillionTokens": 15,
                      "evidence": ["p/2"]
                    }
                  ]
                }
                """));
    }

    @Test
    void thePriceOfACapability() {
        JsonNode capability = api.json("/v1/prices/capability?benchmark=mmlu&minScore=0.86&" + THEN);

        assertThat(capability).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "benchmarkId": "mmlu",
                  "minScore": 0.86,
                  "factorPerYear": 6.028358789875276,
                  "items": [
                    {
                      "from": "2023-03-14T00:00:00Z",
                      "to": "2023-11-06T00:00:00Z",
                      "modelId": "openai/gpt-4",
                      "blendedUsdPerMillionTokens": 37.5
                    },
                    {
                      "from": "2023-11-06T00:00:00Z",
                      "to": "2024-07-23T00:00:00Z",
                      "modelId": "openai/gpt-4",
                      "blendedUsdPerMillionTokens": 15
                    },
                    {
                      "from": "2024-07-23T00:00:00Z",
                      "modelId": "meta/llama",
                      "blendedUsdPerMillionTokens": 1
                    }
                  ]
                }
                """));
    }

    @Test
    void thePriceOfACapabilityBetweenTwoTimes() {
        JsonNode capability =
                api.json("/v1/prices/capability?benchmark=mmlu&minScore=0.86&from=2024-01-01&to=2024-02-01&" + THEN);

        assertThat(capability.get("items")).isEqualTo(parsed("""
                [
                  {
                    "from": "2024-01-01T00:00:00Z",
                    "to": "2024-02-01T00:00:00Z",
                    "modelId": "openai/gpt-4",
                    "blendedUsdPerMillionTokens": 15
                  }
                ]
                """));
        assertThat(capability.has("factorPerYear")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"minScore=0.5", "benchmark=mmlu", "benchmark=mmlu&minScore=NaN", "benchmark=mmlu&minScore=x"})
    void aCapabilityNeedsABenchmarkAndAMinimumScore(String question) {
        assertThat(api.ask("/v1/prices/capability?" + question).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1d", "1e999", "Infinity", "0,7", ".", "-", "٣"})
    void aMinimumScoreIsADecimalNumber(String minScore) {
        String encoded = URLEncoder.encode(minScore, StandardCharsets.UTF_8);

        HttpResponse<String> answer = api.ask("/v1/prices/capability?benchmark=mmlu&minScore=" + encoded);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parsed(answer.body()).get("detail").asText())
                .isEqualTo("minScore must be a decimal number, such as 0.7, found \"" + minScore + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.86", ".86", "-1", "1.", "1500", "8.6e-01"})
    void aPlainDecimalNumberMayBeWrittenShort(String minScore) {
        assertThat(api.ask("/v1/prices/capability?benchmark=mmlu&minScore=" + minScore)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models/openai/nothing",
                "/v1/models/openai/nothing/prices",
                "/v1/prices/capability?benchmark=nothing&minScore=1"
            })
    void whatWasNeverReportedIsNotFound(String path) {
        assertThat(api.ask(path).statusCode()).isEqualTo(404);
    }
}
