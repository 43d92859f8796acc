package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.processor.topology.Events;
import vorsprung.topic.Position;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsApiTest {
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
        "2025-03-31T12:30:00Z, 2025-03-31T12:30:00Z",
        "2025-03-31T12:30:00.123456Z, 2025-03-31T12:30:00.123Z",
        "2025-03-31T12:30:00%2B02:00, 2025-03-31T10:30:00Z",
        "2025-03-31, 2025-03-31T23:59:59.999Z",
        "2024-02, 2024-02-29T23:59:59.999Z",
        "2024, 2024-12-31T23:59:59.999Z"
    })
    void aDayMonthOrYearMeansItsLastMillisecond(String asked, String meant) {
        JsonNode answer = api.json("/v1/companies?asOf=" + asked + "&knownAt=" + asked);

        assertThat(answer.get("asOf").asText()).isEqualTo(meant);
        assertThat(answer.get("knownAt").asText()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-13", "2025-02-30", "yesterday", "25-3-31", "2025-03-31T12:30:00", "99999999999"})
    void aTimeThatIsNoneIsRefused(String time) {
        HttpResponse<String> answer = api.ask("/v1/companies?asOf=" + time);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(parsed(answer.body()).get("detail").asText())
                .startsWith("asOf: ")
                .contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies?asOf=2025-01-01T00:00:00+01:00, asOf",
        "/v1/companies?knownAt=2025-01-01T00:00:00+01:00, knownAt",
        "/v1/signals?since=2025-01-01T00:00:00%2001:00, since"
    })
    void aPlusThatTheUrlTookAwayIsSaidToBeWrittenOtherwise(String question, String name) {
        assertThat(refusal(question))
                .isEqualTo(
                        name + ": \"2025-01-01T00:00:00 01:00\" has a blank where its time zone begins; in a URL a + is"
                                + " a blank, so write %2B: 2025-01-01T00:00:00%2B01:00");
    }

    @Test
    void asOfAndKnownAtAreTwoAxes() {
        assertThat(raised("asOf=2024-10-02&knownAt=2025-12-31")).isEqualTo(6_500_000_000L);
        assertThat(raised("asOf=2024-10-02&knownAt=2024-10-02")).isEqualTo(6_600_000_000L);
        assertThat(raised("asOf=2025-12-31&knownAt=2024-10-02")).isEqualTo(6_600_000_000L);
        assertThat(api.ask("/v1/companies/openai?asOf=2024-10-01").statusCode()).isEqualTo(404);
        assertThat(api.ask("/v1/companies/openai?knownAt=2024-10-01").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/companies/nobody | No fact about company \"nobody\" is in force now;",
                "/v1/companies/openai?knownAt=2020 | is in force as known at 2020-12-31T23:59:59.999Z;",
                "/v1/companies/openai/history?asOf=2020 | is in force as of 2020-12-31T23:59:59.999Z;",
                "/v1/companies/openai/why/rounds?asOf=2020&knownAt=2021 | is in force as of 2020-12-31T23:59:59.999Z,"
                        + " as known at 2021-12-31T23:59:59.999Z;",
                "/v1/benchmarks/mmlu?knownAt=2020 | is in force as known at 2020-12-31T23:59:59.999Z;",
                "/v1/benchmarks/none/leads?asOf=2020 | is in force as of 2020-12-31T23:59:59.999Z;",
                "/v1/benchmarks/mmlu/why/frontier?knownAt=2020 | is in force as known at 2020-12-31T23:59:59.999Z;",
                "/v1/benchmarks/mmlu/why/lagDays?at=2023-03-14&knownAt=2020 | was set at 2023-03-14T00:00:00Z that is in"
                        + " force as known at 2020-12-31T23:59:59.999Z;",
                "/v1/prices/capability?benchmark=none&minScore=0.8&knownAt=2020 | is in force as known at 2020-12-31T23:59:59.999Z;",
                "/v1/models/openai/gpt-4?knownAt=2020 | is in force as known at 2020-12-31T23:59:59.999Z;",
                "/v1/models/openai/none/prices?asOf=2020 | is in force as of 2020-12-31T23:59:59.999Z;",
                "/v1/companies/nobody?asOf=2025&excludeSource=test&excludeSource=Reuters | is in force as of"
                        + " 2025-12-31T23:59:59.999Z, without the reports of Reuters, test;",
                "/v1/events/funding-round/openai/series-e?asOf=2025&knownAt=2020 | was reported of \"openai\", as known"
                        + " at 2020-12-31T23:59:59.999Z"
            })
    void whatIsNotThereIsSaidWithTheTimesThatWereAskedAbout(String question, String detail) {
        HttpResponse<String> answer = api.ask(question);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(parsed(answer.body()).get("detail").asText()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies?asOf=2024&asOf=2025, asOf was given 2 times; give it once",
        "/v1/status?asOf=2025, there is no parameter asOf here",
        "/v1/stream?knownAt=2025, there is no parameter knownAt here",
        "/v1/companies?limit=1&limit=1, limit was given 2 times; give it once",
        "/v1/signals?subject=openai&subject=google, subject was given 2 times; give it once",
        "/v1/companies?asof=2025, there is no parameter asof here; did you mean asOf?",
        "/v1/companies?knowAt=2025, there is no parameter knowAt here; did you mean knownAt?",
        "/v1/benchmarks/mmlu/windows?sizes=P1M, there is no parameter sizes here; did you mean size?",
        "/v1/models/openai/gpt-4?sort=price, there is no parameter sort here"
    })
    void aParameterThatNobodyKnowsIsRefusedNamingTheNearest(String question, String detail) {
        assertThat(refusal(question)).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies?asOf=, asOf",
        "/v1/companies?asOf, asOf",
        "/v1/companies/openai?knownAt=%20, knownAt",
        "/v1/companies?limit=, limit",
        "/v1/companies?cursor=, cursor",
        "/v1/companies?sort=, sort",
        "/v1/companies?excludeSource=Reuters&excludeSource=, excludeSource",
        "/v1/companies?companyId=, companyId",
        "/v1/companies?allowStale=, allowStale",
        "/v1/companies?timeout=, timeout",
        "/v1/benchmarks/mmlu/windows?from=, from",
        "/v1/prices/capability?benchmark=mmlu&minScore=, minScore",
        "/v1/prices/capability?benchmark=&minScore=1, benchmark",
        "/v1/signals?subject=, subject",
        "/v1/stream?types=, types",
        "/v1/status?timeout=, timeout"
    })
    void aParameterWithoutAValueIsRefusedWhicheverItIs(String question, String name) {
        assertThat(refusal(question)).isEqualTo(name + " is empty; give it a value, or leave it out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies?companyId=openai,",
                "/v1/models?modelId=,openai/gpt-4",
                "/v1/benchmarks?leader=openai,,google",
                "/v1/signals?type=PRICE_CUT,",
                "/v1/stream?types=change,"
            })
    void aCommaWithNothingBesideItIsRefused(String question) {
        assertThat(api.ask(question).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies/openai?limit=1",
                "/v1/companies/openai?cursor=abc",
                "/v1/companies/openai/why/valuationUsd?limit=1",
                "/v1/benchmarks/mmlu?limit=1",
                "/v1/models/openai/gpt-4?limit=1",
                "/v1/prices/capability?benchmark=mmlu&minScore=0.8&limit=1",
                "/v1/events/funding-round/openai/series-e?limit=1",
                "/v1/signals?excludeSource=Reuters",
                "/v1/changes?excludeSource=Reuters",
                "/v1/changes?allowStale=true"
            })
    void aParameterThatWouldHaveNoEffectIsRefused(String question) {
        String name = question.replaceFirst(".*[?&]", "").replaceFirst("=.*", "");
        assertThat(refusal(question)).isEqualTo("there is no parameter " + name + " here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aQuestionThatPinsBothTimesKeepsItsTag(String method) {
        String tag = api.send(method, "/v1/companies?" + THEN)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> again =
                api.send(method, "/v1/companies?" + THEN, "If-None-Match", tag, "Accept-Encoding", "gzip");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(again.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @Test
    void aPositionThatIsReachedIsAnsweredAtOnce() {
        Position position =
                api.market().publish(Events.round("xai", "a", "2026-01-01").build());

        HttpResponse<String> answer =
                api.ask("/v1/companies/xai?asOf=2026-01-01&knownAt=2026-01-01", "Vorsprung-Position", position.token());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aPositionThatIsNotReachedInTimeIsAGatewayTimeout() {
        HttpResponse<String> answer =
                api.ask("/v1/companies?timeout=20", "Vorsprung-Position", "market.funding-rounds~0~999");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(parsed(answer.body()).get("detail").asText()).contains("market.funding-rounds~0~999");
    }

    @Test
    void ofTwoPositionsBothAreWaitedFor() {
        Position reached =
                api.market().publish(Events.round("xai", "b", "2026-01-01").build());

        HttpResponse<String> answer = api.ask(
                "/v1/companies?timeout=20",
                "Vorsprung-Position",
                reached.token(),
                "Vorsprung-Position",
                "market.usage-reports~0~999");

        assertThat(answer.statusCode()).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "market.funding-rounds~0", "market.funding-rounds~0~-1", "market.funding-round~0~1"})
    void aPositionThatIsNoneIsRefused(String token) {
        assertThat(api.ask("/v1/companies", "Vorsprung-Position", token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void moreReportsThanAQuestionMayReadAreToldPlainly() {
        try (ApiFixture busy = new ApiFixture()) {
            for (int i = 0; i <= 1_000; i++) {
                busy.market()
                        .publish(Events.usage("busy", "u-" + i, "2026-01-01", i).build());
            }

            HttpResponse<String> answer = busy.ask("/v1/companies/busy?" + THEN);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(parsed(answer.body()).get("detail").asText())
                    .contains("company \"busy\" has 1001 reports")
                    .contains("at most 1000 of one")
                    .contains("query.max-replayed-reports")
                    .contains("knownAt from 2026-01-01T00:00:00Z on");

            busy.market().publishAll(SmallMarket.companies());
            HttpResponse<String> list = busy.ask("/v1/companies?" + THEN);

            assertThat(list.statusCode()).isEqualTo(422);
            assertThat(parsed(list.body()).get("detail").asText())
                    .contains("company \"busy\" has 1001 reports")
                    .contains("companyId=");
            assertThat(busy.json("/v1/companies?companyId=openai,cohere&" + THEN)
                            .get("items"))
                    .hasSize(2);
        }
    }

    /** Why a question is refused. */
    private String refusal(String question) {
        HttpResponse<String> answer = api.ask(question);
        assertThat(answer.statusCode()).isEqualTo(400);
        return parsed(answer.body()).get("detail").asText();
    }

    private long raised(String question) {
        return api.json("/v1/companies/openai?" + question)
                .get("totalRaisedUsd")
                .asLong();
    }
}
