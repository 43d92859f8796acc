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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.processor.topology.Events;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyApiTest {
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
    void aFigureIsExplainedByItsRuleItsFactsTheirReportsAndWhereTheyDisagree() {
        JsonNode why = api.json("/v1/companies/openai/why/totalRaisedUsd?asOf=2024-12-31&knownAt=2025-12-31");

        assertThat(why).isEqualTo(parsed("""
                {
                  "asOf": "2024-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "subject": "openai",
                  "figure": "totalRaisedUsd",
                  "value": 6500000000,
                  "unit": "US dollars",
                  "rule": "The sum over equity, convertible and grant rounds: of a closed one its amount, or what its closed tranches paid if that is more; of an announced one what its closed tranches paid.",
                  "facts": [
                    {
                      "eventId": "series-e",
                      "type": "funding-round",
                      "key": "openai",
                      "occurredAt": "2024-10-02T00:00:00Z",
                      "fields": {"amountUsd": 6500000000},
                      "reports": [
                        {
                          "recordedAt": "2024-10-02T00:00:00Z",
                          "source": {"name": "Reuters", "url": "https://reuters.example/1"},
                          "topic": "market.funding-rounds",
                          "partition": 0,
                          "offset": 0,
                          "fields": {"amountUsd": 6600000000}
                        },
                        {
                          "recordedAt": "2024-10-03T00:00:00Z",
                          "source": {"name": "Bloomberg"},
                          "topic": "market.funding-rounds",
                          "partition": 0,
                          "offset": 1,
                          "fields": {"amountUsd": 6500000000}
                        }
                      ],
                      "disagreements": ["amountUsd"]
                    }
                  ],
                  "evidenceCount": 1
                }
                """));
    }

    @Test
    void onlyReportsThatWereKnownThenOfSourcesThatCountExplainIt() {
        JsonNode early = api.json("/v1/companies/openai/why/totalRaisedUsd?asOf=2025-12-31&knownAt=2024-10-02");
        JsonNode without = api.json("/v1/companies/openai/why/totalRaisedUsd?asOf=2024-12-31&excludeSource=Bloomberg");

        for (JsonNode why : List.of(early, without)) {
            assertThat(why.get("value").asLong()).isEqualTo(6_600_000_000L);
            assertThat(why.get("facts").get(0).get("reports")).hasSize(1);
            assertThat(why.get("facts").get(0).get("disagreements")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "companies/openai, valuationUsd",
        "companies/openai, valuationAt",
        "companies/openai, totalRaisedUsd",
        "companies/openai, announcedUsd",
        "companies/openai, debtRaisedUsd",
        "companies/openai, rounds",
        "companies/openai, stepUp",
        "companies/cohere, yearOverYearMultiple",
        "companies/openai, peakValuationUsd",
        "companies/openai, drawdown",
        "companies/openai, talks",
        "companies/openai, monthlyBurnUsd",
        "companies/openai, annualizedRevenueUsd",
        "companies/mistral, cashUsd",
        "companies/openai, runwayMonths",
        "companies/openai, revenueMultiple",
        "companies/openai, usage",
        "benchmarks/mmlu, leader",
        "benchmarks/mmlu, leaderModelId",
        "benchmarks/mmlu, frontier",
        "benchmarks/mmlu, margin",
        "benchmarks/mmlu, marginPercent",
        "benchmarks/mmlu, leadDays",
        "benchmarks/mmlu, vorsprungDays",
        "benchmarks/mmlu, contenders",
        "benchmarks/mmlu, lastResultAt",
        "benchmarks/mmlu, higherIsBetter",
        "benchmarks/mmlu, claims",
        "models/openai/gpt-4, priceCuts",
        "models/openai/gpt-4, changePercent",
        "models/openai/gpt-4, releasedAt",
        "models/openai/gpt-4, openWeights",
        "models/openai/gpt-4, contextWindowTokens",
        "models/meta/llama, parameters",
        "models/openai/gpt-4, trainingCostUsd",
        "models/openai/gpt-4, trainingCostBasis"
    })
    void everyFigureIsExplainedWithTheValueThatItHasInItsAnswer(String subject, String figure) {
        JsonNode answer = api.json("/v1/" + subject + "?" + THEN);
        JsonNode why = api.json("/v1/" + subject + "/why/" + figure + "?" + THEN);

        assertThat(why.get("value")).isNotNull().isEqualTo(answer.get(figure));
        assertThat(why.get("rule").asText()).endsWith(".");
        assertThat(why.get("facts"))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.get("reports")).isNotEmpty());
        assertThat(why.get("evidenceCount").asInt()).isEqualTo(why.get("facts").size());
        JsonNode named = answer.get("evidence").get(figure);
        if (named != null) {
            assertThat(eventIds(why)).isEqualTo(texts(named));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blendedUsdPerMillionTokens",
                "inputUsdPerMillionTokens",
                "outputUsdPerMillionTokens",
                "cachedInputUsdPerMillionTokens"
            })
    void aPriceIsExplainedByThePriceChangeInForce(String price) {
        JsonNode answer = api.json("/v1/models/openai/gpt-4?" + THEN);
        JsonNode why = api.json("/v1/models/openai/gpt-4/why/" + price + "?" + THEN);

        assertThat(why.get("value")).isEqualTo(answer.get("price").get(price));
        assertThat(why.get("unit").asText()).isEqualTo("US dollars per million tokens");
        assertThat(eventIds(why)).containsExactly("p/2");
    }

    @Test
    void aRunwayRestsOnARoundAndAReportOfTheBooks() {
        JsonNode facts =
                api.json("/v1/companies/openai/why/runwayMonths?" + THEN).get("facts");

        assertThat(facts.get(0).get("type").asText()).isEqualTo("funding-round");
        assertThat(facts.get(0).get("fields")).isEqualTo(parsed("""
                {"amountUsd": 40000000000, "status": "ANNOUNCED"}
                """));
        assertThat(facts.get(1).get("type").asText()).isEqualTo("financial-report");
        assertThat(facts.get(1).get("fields")).isEqualTo(parsed("""
                {"monthlyBurnUsd": 1000000000}
                """));
    }

    @Test
    void anIdThatNamesFactsOfTwoTypesNamesTheOnesThatSaySomethingOfTheFigure() {
        api.market()
                .publishAll(List.of(
                        Events.round("two", "article", "2025-05-01")
                                .setPostMoneyValuationUsd(20_000L)
                                .build(),
                        Events.finances("two", "article", "2025-05-01")
                                .setAnnualizedRevenueUsd(1_000L)
                                .build(),
                        Events.finances("two", "burn", "2025-05-02")
                                .setMonthlyBurnUsd(10L)
                                .build()));

        JsonNode why = api.json("/v1/companies/two/why/revenueMultiple?" + THEN);

        assertThat(why.get("facts"))
                .extracting(fact -> fact.get("type").asText())
                .containsExactly("funding-round", "financial-report");
    }

    @Test
    void aVorsprungIsExplainedByTheLeapsThatItIsTheMedianOf() {
        JsonNode why = api.json("/v1/benchmarks/mmlu/why/vorsprungDays?" + THEN);

        assertThat(why.get("value").asDouble()).isEqualTo(248.5);
        assertThat(why.get("unit").asText()).isEqualTo("days");
        assertThat(why.get("leaps")).isEqualTo(parsed("""
                [
                  {
                    "record": {
                      "companyId": "openai",
                      "modelId": "openai/gpt-4",
                      "score": 0.86,
                      "at": "2023-03-14T00:00:00Z",
                      "eventId": "r-1"
                    },
                    "catchUp": {
                      "companyId": "anthropic",
                      "modelId": "anthropic/opus",
                      "score": 0.87,
                      "at": "2024-03-04T00:00:00Z",
                      "eventId": "r-2"
                    },
                    "lagDays": 356.0
                  },
                  {
                    "record": {
                      "companyId": "anthropic",
                      "modelId": "anthropic/opus",
                      "score": 0.87,
                      "at": "2024-03-04T00:00:00Z",
                      "eventId": "r-2"
                    },
                    "catchUp": {
                      "companyId": "meta",
                      "modelId": "meta/llama",
                      "score": 0.88,
                      "at": "2024-07-23T00:00:00Z",
                      "eventId": "r-3"
                    },
                    "lagDays": 141.0
                  }
                ]
                """));
        assertThat(eventIds(why)).containsExactly("r-1", "r-2", "r-3");
        assertThat(why.get("facts").get(0).get("fields")).isEqualTo(parsed("""
                {"companyId": "openai", "modelId": "openai/gpt-4", "score": 0.86}
                """));
    }

    @Test
    void theLeadThatIsOpenIsExplainedByTheResultThatTookIt() {
        JsonNode why = api.json("/v1/benchmarks/mmlu/why/lead?" + THEN);
        JsonNode leads = api.json("/v1/benchmarks/mmlu/leads?" + THEN).get("items");

        assertThat(why.get("value")).isEqualTo(leads.get(2));
        assertThat(eventIds(why)).containsExactly("r-3");
    }

    @Test
    void theLagOfARecordIsExplainedByTheRecordAndTheResultThatMatchedIt() {
        JsonNode first = api.json("/v1/benchmarks/mmlu/why/lagDays?at=2023-03-14&" + THEN);
        JsonNode last = api.json("/v1/benchmarks/mmlu/why/lagDays?" + THEN);

        assertThat(first.get("value").asDouble()).isEqualTo(356.0);
        assertThat(eventIds(first)).containsExactly("r-1", "r-2");
        assertThat(last.get("value").asDouble()).isEqualTo(527.0);
        assertThat(eventIds(last)).containsExactly("r-3");
    }

    @Test
    void anUnknownFigureHasARuleButNeitherValueNorFacts() {
        JsonNode why = api.json("/v1/companies/cohere/why/runwayMonths?" + THEN);

        assertThat(why.has("value")).isFalse();
        assertThat(why.get("facts")).isEmpty();
        assertThat(why.get("evidenceCount").asInt()).isZero();
        assertThat(why.get("rule").asText()).startsWith("Cash divided by monthly burn.");
    }

    @Test
    void factsBeyondTheFirstHundredAreCounted() {
        for (int i = 0; i < 101; i++) {
            api.market()
                    .publish(Events.round("busy", "r-" + i, "2025-01-01")
                            .setAmountUsd(1L)
                            .build());
        }

        JsonNode why = api.json("/v1/companies/busy/why/rounds?" + THEN);

        assertThat(why.get("facts")).hasSize(100);
        assertThat(why.get("evidenceCount").asInt()).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies/openai/why/valuationUds, did you mean valuationUsd? There are",
        "/v1/benchmarks/mmlu/why/vorsprung, 'There are leader, leaderModelId, frontier, margin,'",
        "/v1/models/openai/gpt-4/why/price, 'There are blendedUsdPerMillionTokens,'"
    })
    void aFigureThatIsNoneIsNotFoundNamingThoseThereAre(String path, String detail) {
        HttpResponse<String> answer = api.ask(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(parsed(answer.body()).get("detail").asText()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies/nobody/why/valuationUsd, 404, nobody",
        "/v1/benchmarks/nothing/why/leader, 404, nothing",
        "/v1/benchmarks/nothing/why/lead, 404, nothing",
        "/v1/benchmarks/nothing/why/lagDays, 404, nothing",
        "/v1/models/openai/nothing/why/priceCuts, 404, openai/nothing",
        "/v1/benchmarks/mmlu/why/lagDays?at=2023-03-15, 404, /v1/benchmarks/mmlu/records",
        "/v1/benchmarks/mmlu/why/lagDays?at=2099-03-15, 404, /v1/benchmarks/mmlu/records",
        "/v1/benchmarks/mmlu/why/leader?at=2023-03-14, 400, lagDays only"
    })
    void whatIsNotThereIsToldPlainly(String path, int status, String detail) {
        HttpResponse<String> answer = api.ask(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(parsed(answer.body()).get("detail").asText()).contains(detail);
    }

    private static List<String> eventIds(JsonNode why) {
        List<String> ids = new ArrayList<>();
        why.get("facts").forEach(fact -> ids.add(fact.get("eventId").asText()));
        return ids;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
