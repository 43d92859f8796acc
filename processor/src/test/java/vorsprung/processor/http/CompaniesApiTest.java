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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompaniesApiTest {
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
    void aCompanyBearsTheFiguresThatItHas() {
        JsonNode company = api.json("/v1/companies/openai?" + THEN);

        assertThat(company).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "companyId": "openai",
                  "company": "OpenAI",
                  "valuationUsd": 300000000000,
                  "valuationAt": "2025-03-31T00:00:00Z",
                  "totalRaisedUsd": 16500000000,
                  "announcedUsd": 30000000000,
                  "debtRaisedUsd": 4000000000,
                  "rounds": 3,
                  "stepUp": 1.910828025477707,
                  "peakValuationUsd": 300000000000,
                  "drawdown": 0.0,
                  "talks": {
                    "amountUsd": 5000000000,
                    "valuationUsd": 500000000000,
                    "occurredAt": "2025-10-01T00:00:00Z"
                  },
                  "monthlyBurnUsd": 1000000000,
                  "annualizedRevenueUsd": 10000000000,
                  "runwayMonths": 40.0,
                  "revenueMultiple": 30.0,
                  "usage": [
                    {
                      "product": "ChatGPT",
                      "metric": "WEEKLY_ACTIVE_USERS",
                      "value": 500000000,
                      "atLeast": true,
                      "occurredAt": "2025-03-31T00:00:00Z"
                    }
                  ],
                  "evidence": {
                    "valuationUsd": ["series-f"],
                    "valuationAt": ["series-f"],
                    "totalRaisedUsd": ["series-e", "series-f-1"],
                    "announcedUsd": ["series-f", "series-f-1"],
                    "debtRaisedUsd": ["loan"],
                    "rounds": ["series-e", "loan", "series-f"],
                    "stepUp": ["series-f", "series-e"],
                    "peakValuationUsd": ["series-f"],
                    "drawdown": ["series-f"],
                    "talks": ["talks"],
                    "monthlyBurnUsd": ["books"],
                    "annualizedRevenueUsd": ["books"],
                    "runwayMonths": ["series-f", "books"],
                    "revenueMultiple": ["series-f", "books"],
                    "usage": ["users"]
                  },
                  "evidenceCount": {
                    "valuationUsd": 1,
                    "valuationAt": 1,
                    "totalRaisedUsd": 2,
                    "announcedUsd": 2,
                    "debtRaisedUsd": 1,
                    "rounds": 3,
                    "stepUp": 2,
                    "peakValuationUsd": 1,
                    "drawdown": 1,
                    "talks": 1,
                    "monthlyBurnUsd": 1,
                    "annualizedRevenueUsd": 1,
                    "runwayMonths": 2,
                    "revenueMultiple": 2,
                    "usage": 1
                  }
                }
                """));
    }

    @Test
    void theYearOverYearMultipleAndTheCashAreThereWhenTheyAreKnown() {
        assertThat(api.json("/v1/companies/cohere?" + THEN).get("yearOverYearMultiple"))
                .isEqualTo(parsed("2.5"));
        assertThat(api.json("/v1/companies/mistral?" + THEN).get("cashUsd")).isEqualTo(parsed("1000000000"));
    }

    @Test
    void theListHasEveryCompanyTheMostValuableFirst() {
        JsonNode list = api.json("/v1/companies?asOf=2025-03-31&knownAt=2025-03-31");

        assertThat(list.fieldNames()).toIterable().containsExactly("asOf", "knownAt", "items");
        assertThat(ids(list)).containsExactly("openai", "anthropic", "cohere", "mistral");
    }

    @ParameterizedTest
    @CsvSource({
        "totalRaisedUsd, 'openai anthropic cohere mistral'",
        "totalRaisedUsd:asc, 'cohere mistral anthropic openai'",
        "-valuationUsd, 'openai anthropic cohere mistral'",
        "valuationUsd:asc, 'cohere anthropic openai mistral'",
        "cashUsd, 'mistral anthropic cohere openai'",
        "companyId, 'anthropic cohere mistral openai'",
        "companyId:desc, 'openai mistral cohere anthropic'",
        "company, 'anthropic openai cohere mistral'",
        "valuationAt, 'openai anthropic cohere mistral'"
    })
    void theListIsSortedByAnyFigureWithTheUnknownLast(String sort, String expected) {
        JsonNode list = api.json("/v1/companies?sort=" + sort + "&" + THEN);

        assertThat(String.join(" ", ids(list))).isEqualTo(expected);
    }

    @Test
    void aSortThatIsNoFigureIsRefusedNamingTheNearest() {
        HttpResponse<String> answer = api.ask("/v1/companies?sort=valuationUs");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parsed(answer.body()).get("detail").asText())
                .startsWith("sort must be one of companyId, company, valuationUsd, ")
                .endsWith("found \"valuationUs\"; did you mean valuationUsd?");
    }

    @Test
    void theListHoldsOnlyTheCompaniesAskedFor() {
        JsonNode list = api.json("/v1/companies?companyId=cohere&companyId=nobody,openai,cohere&" + THEN);

        assertThat(ids(list)).containsExactly("openai", "cohere");
    }

    @Test
    void theHistoryHasEveryValuationStep() {
        JsonNode history = api.json("/v1/companies/openai/history?" + THEN);

        assertThat(history).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "items": [
                    {
                      "occurredAt": "2024-10-02T00:00:00Z",
                      "eventId": "series-e",
                      "valuationUsd": 157000000000,
                      "totalRaisedUsd": 6500000000,
                      "evidence": ["series-e"]
                    },
                    {
                      "occurredAt": "2025-03-31T00:00:00Z",
                      "eventId": "series-f",
                      "valuationUsd": 300000000000,
                      "totalRaisedUsd": 16500000000,
                      "stepUp": 1.910828025477707,
                      "evidence": ["series-f"]
                    }
                  ]
                }
                """));
    }

    @Test
    void anUnknownCompanyIsNotFound() {
        for (String path : List.of("/v1/companies/nobody", "/v1/companies/nobody/history")) {
            HttpResponse<String> answer = api.ask(path);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(parsed(answer.body()).get("detail").asText()).contains("nobody");
        }
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.get("items").forEach(item -> ids.add(item.get("companyId").asText()));
        return ids;
    }
}
