package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come in pages, and a cursor pins what the first one was asked with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesApiTest {
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

    @ParameterizedTest
    @CsvSource({
        "/v1/companies, companyId, 4",
        "/v1/companies?sort=companyId:desc, companyId, 4",
        "/v1/companies/openai/history, eventId, 2",
        "/v1/benchmarks/mmlu/leads, openedAt, 3",
        "/v1/benchmarks/mmlu/records, at, 3",
        "/v1/benchmarks/mmlu/windows, from, 34",
        "/v1/benchmarks/mmlu/leads?by=openness, openedAt, 2",
        "/v1/benchmarks?sort=frontier, benchmarkId, 1",
        "/v1/models, modelId, 2",
        "/v1/models?sort=priceCuts:asc&openWeights=false, modelId, 1",
        "/v1/models/openai/gpt-4/prices, from, 2"
    })
    void pagesOfOneTogetherAreTheWholeList(String path, String key, int size) {
        String question = path + (path.contains("?") ? "&" : "?");
        JsonNode whole = api.json(question + THEN);

        List<JsonNode> paged = new ArrayList<>();
        JsonNode page = api.json(question + "limit=1&" + THEN);
        paged.add(page.get("items").get(0));
        while (page.has("nextCursor") && paged.size() < 100) {
            page = api.json(
                    question + "limit=1&cursor=" + page.get("nextCursor").asText());
            assertThat(page.get("items")).as("page after %s", paged).hasSize(1);
            paged.add(page.get("items").get(0));
        }

        assertThat(paged)
                .extracting(item -> item.get(key))
                .doesNotHaveDuplicates()
                .hasSize(size);
        assertThat(whole.get("items")).containsExactlyElementsOf(paged);
    }

    @Test
    void aCursorPinsWhatWasAsked() {
        JsonNode first = api.json("/v1/companies?limit=1&asOf=2025-03-31&knownAt=2025-04-01");

        JsonNode second = api.json(
                "/v1/companies?limit=1&cursor=" + first.get("nextCursor").asText());

        assertThat(second.get("asOf").asText()).isEqualTo("2025-03-31T23:59:59.999Z");
        assertThat(second.get("knownAt").asText()).isEqualTo("2025-04-01T23:59:59.999Z");
    }

    @Test
    void aCursorPinsOrderFiltersAndExcludedSourcesToo() {
        JsonNode first = api.json(
                "/v1/companies?limit=1&sort=companyId:desc&companyId=openai,cohere&excludeSource=Bloomberg&" + THEN);

        JsonNode second = api.json(
                "/v1/companies?limit=1&cursor=" + first.get("nextCursor").asText());

        assertThat(first.get("items").get(0).get("companyId").asText()).isEqualTo("openai");
        assertThat(first.get("items").get(0).get("totalRaisedUsd").asLong()).isEqualTo(16_600_000_000L);
        assertThat(second.get("items").get(0).get("companyId").asText()).isEqualTo("cohere");
        assertThat(second.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sort=stepUp, cursor is of the list with sort=-valuationUsd",
        "companyId=openai, cursor is of the list without companyId",
        "excludeSource=Reuters, cursor is of the list without excludeSource",
        "asOf=2025-01-01, cursor is of the list with asOf=2025",
        "knownAt=2025-01-01, cursor is of the list with knownAt=2025"
    })
    void aCursorUsedWithAnotherTimeOrderOrFilterIsRefusedNamingBoth(String other, String detail) {
        String cursor = api.json("/v1/companies?limit=1&sort=-valuationUsd&" + THEN)
                .get("nextCursor")
                .asText();

        HttpResponse<String> answer = api.ask("/v1/companies?cursor=" + cursor + "&" + other);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parsed(answer.body()).get("detail").asText())
                .startsWith(detail)
                .contains(other)
                .endsWith("out, or ask for the first page again");
    }

    @Test
    void aCursorOfAnotherListIsRefusedNamingIt() {
        String cursor = api.json("/v1/companies/openai/history?limit=1&" + THEN)
                .get("nextCursor")
                .asText();

        HttpResponse<String> answer = api.ask("/v1/companies/cohere/history?cursor=" + cursor);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parsed(answer.body()).get("detail").asText())
                .isEqualTo("cursor is of another list, /v1/companies/openai/history;"
                        + " ask for the first page of /v1/companies/cohere/history");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(api.json("/v1/companies?limit=4&" + THEN).has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=MjAyNQ",
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=many",
                "timeout=soon",
                "timeout=60001"
            })
    void aPageThatIsNoneIsRefused(String question) {
        assertThat(api.ask("/v1/companies?" + question).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies/openai/history",
                "/v1/benchmarks/mmlu/leads",
                "/v1/benchmarks/mmlu/records",
                "/v1/benchmarks/mmlu/windows",
                "/v1/models",
                "/v1/models/openai/gpt-4/prices"
            })
    void aCursorOfAnotherListIsRefused(String path) {
        String cursor =
                api.json("/v1/companies?limit=1&" + THEN).get("nextCursor").asText();

        assertThat(api.ask(path + "?cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/benchmarks/mmlu/leads", "/v1/benchmarks/mmlu/records", "/v1/benchmarks/mmlu/windows"})
    void aCursorThatSomebodyMadeFinerThanAMillisecondLeavesTheAnswersOfOthersAlone(String path) {
        JsonNode before = api.json(path + "?" + THEN);
        Cursor second = cursorAfter(1, path);
        Cursor third = cursorAfter(2, path);
        Duration less = Duration.ofNanos(500_000);

        // Half a millisecond before the second item: another key to Java, the same one to a store.
        JsonNode page = api.json(path + "?cursor="
                + new Cursor(
                                third.asOf().plus(less),
                                third.knownAt().plus(less),
                                third.list(),
                                third.parameters(),
                                Instant.parse(third.after()).minus(less).toString())
                        .token());

        assertThat(page.get("items"))
                .isEqualTo(api.json(path + "?cursor=" + second.token()).get("items"));
        assertThat(api.json(path + "?" + THEN)).isEqualTo(before);
    }

    private Cursor cursorAfter(int items, String path) {
        JsonNode page = api.json(path + "?limit=" + items + "&" + THEN);
        return Cursor.parse(page.get("nextCursor").asText()).orElseThrow();
    }
}
