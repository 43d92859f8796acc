package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
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
class EventsApiTest {
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
    void aFactWithAllItsReportsAndWhereTheyDisagree() {
        JsonNode event = api.json("/v1/events/funding-round/openai/series-e?" + THEN);

        assertThat(event).isEqualTo(parsed("""
                {
                  "asOf": "2025-12-31T23:59:59.999Z",
                  "knownAt": "2025-12-31T23:59:59.999Z",
                  "eventId": "series-e",
                  "type": "funding-round",
                  "fact": {
                    "eventId": "series-e",
                    "companyId": "openai",
                    "company": "OpenAI",
                    "occurredAt": "2024-10-02T00:00:00Z",
                    "occurredAtPrecision": "INSTANT",
                    "recordedAt": "2024-10-03T00:00:00Z",
                    "source": {"name": "Bloomberg"},
                    "amountUsd": 6500000000,
                    "postMoneyValuationUsd": 157000000000
                  },
                  "reports": [
                    {
                      "recordedAt": "2024-10-02T00:00:00Z",
                      "source": {"name": "Reuters", "url": "https://reuters.example/1"},
                      "topic": "market.funding-rounds",
                      "partition": 0,
                      "offset": 0,
                      "eventId": "series-e",
                      "companyId": "openai",
                      "company": "OpenAI",
                      "occurredAt": "2024-10-02T00:00:00Z",
                      "amountUsd": 6600000000,
                      "postMoneyValuationUsd": 157000000000
                    },
                    {
                      "recordedAt": "2024-10-03T00:00:00Z",
                      "source": {"name": "Bloomberg"},
                      "topic": "market.funding-rounds",
                      "partition": 0,
                      "offset": 1,
                      "eventId": "series-e",
                      "companyId": "openai",
                      "occurredAt": "2024-10-02T00:00:00Z",
                      "amountUsd": 6500000000
                    }
                  ],
                  "disagreements": ["amountUsd"]
                }
                """));
    }

    @Test
    void aFactBearsNothingThatIsSaidOfReportsOnly() {
        try (ApiFixture own = new ApiFixture()) {
            own.market()
                    .publishAll(List.of(
                            Events.round("openai", "r", "2024-10-02")
                                    .setAmountUsd(5L)
                                    .build(),
                            Events.round("openai", "r", "2024-10-02")
                                    .setRecordedAt(Events.at("2024-10-03"))
                                    .setClears(List.of("amountUsd"))
                                    .build(),
                            Events.round("openai", "r", "2024-10-02")
                                    .setRecordedAt(Events.at("2024-10-04"))
                                    .setAmountUsd(7L)
                                    .setRetracted(false)
                                    .build()));

            JsonNode event = own.json("/v1/events/funding-round/openai/r");

            assertThat(event.get("fact").get("amountUsd").asLong()).isEqualTo(7);
            assertThat(event.get("fact").has("clears")).isFalse();
            assertThat(event.get("fact").has("retracted")).isFalse();
            assertThat(event.get("reports").get(1).has("clears")).isTrue();
        }
    }

    @Test
    void aFactAsItWasKnownBeforeItsCorrection() {
        JsonNode event = api.json("/v1/events/funding-round/openai/series-e?knownAt=2024-10-02");

        assertThat(event.get("fact").get("amountUsd").asLong()).isEqualTo(6_600_000_000L);
        assertThat(event.get("reports")).hasSize(1);
        assertThat(event.get("disagreements")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "price-change/openai/gpt-4/p-1, p-1, 30",
        "price-change/openai%2Fgpt-4/p-1, p-1, 30",
        "price-change/openai/gpt-4/p/2, p/2, 10",
        "price-change/openai/gpt-4/p%2F2, p/2, 10",
        "price-change/openai%2Fgpt-4/p%2F2, p/2, 10"
    })
    void theSlashesOfAModelIdAndAnEventIdMayBeEncoded(String path, String eventId, int price) {
        JsonNode event = api.json("/v1/events/" + path + "?" + THEN);

        assertThat(event.get("eventId").asText()).isEqualTo(eventId);
        assertThat(event.get("fact").get("inputUsdPerMillionTokens").asInt()).isEqualTo(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filing/1", "filing%2F1"})
    void theSlashOfACompanysEventIdMayBeEncoded(String eventId) {
        JsonNode event = api.json("/v1/events/funding-round/anthropic/" + eventId + "?" + THEN);

        assertThat(event.get("eventId").asText()).isEqualTo("filing/1");
    }

    @ParameterizedTest
    @CsvSource({"100 %, 100%20%25", "für Ærø, f%C3%BCr%20%C3%86r%C3%B8", "a+b?c#d, a+b%3Fc%23d", "🚀, %F0%9F%9A%80"})
    void anEventIdOfAnyCharactersIsFoundWhenItIsEncoded(String eventId, String encoded) {
        api.market().publish(Events.round("xai", eventId, "2025-03-28").build());

        JsonNode event = api.json("/v1/events/funding-round/xai/" + encoded + "?" + THEN);

        assertThat(event.path("eventId").asText()).isEqualTo(eventId);
    }

    @Test
    void aRetractedFactHasReportsOnly() {
        api.market().publish(Events.round("xai", "gone", "2025-03-28").build());
        api.market()
                .publish(Events.round("xai", "gone", "2025-03-28")
                        .setRecordedAt(Events.at("2025-03-29"))
                        .setRetracted(true)
                        .build());

        JsonNode event = api.json("/v1/events/funding-round/xai/gone?" + THEN);

        assertThat(event.has("fact")).isFalse();
        assertThat(event.get("reports").get(1).get("retracted").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/events/acquisition/openai/series-e",
                "/v1/events/funding-round/openai/nothing",
                "/v1/events/funding-round/nobody/series-e",
                "/v1/events/usage-report/openai/series-e"
            })
    void whatWasNeverReportedIsNotFound(String path) {
        HttpResponse<String> answer = api.ask(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }
}
