package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.feed.FeedRecord;

class ChangesApiTest {
    private final ApiFixture api = new ApiFixture();

    @BeforeEach
    void change() {
        api.feed().append(changed("openai", "157000000000", "300000000000", "2025-03-31T12:00:00Z"));
        api.feed().append(changed("anthropic", null, "61500000000", "2025-03-03T12:00:00Z"));
        api.feed().append(changed("xai", "75000000000", null, "2025-04-01T00:00:00Z"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theChangesSinceATimeAreInTheOrderInWhichTheyHappened() {
        JsonNode changes = api.json("/v1/changes?since=2025-03-03");

        assertThat(changes.get("items"))
                .extracting(item -> item.get("subject").asText())
                .containsExactly("anthropic", "openai", "xai");
        assertThat(api.json("/v1/changes?since=2025-03-04").get("items")).hasSize(2);
        assertThat(api.json("/v1/changes?since=2025-03-03&sort=-changedAt").get("items"))
                .extracting(item -> item.get("subject").asText())
                .containsExactly("xai", "openai", "anthropic");
    }

    @Test
    void aChangeTellsBeforeAndAfterAndTheReportThatDidIt() {
        JsonNode changes = api.json("/v1/changes?since=2025-03&subject=openai");

        assertThat(changes.get("items")).isEqualTo(parsed("""
                [
                  {
                    "subject": "openai",
                    "subjectType": "company",
                    "figure": "valuationUsd",
                    "before": 157000000000,
                    "after": 300000000000,
                    "changedAt": "2025-03-31T12:00:00Z",
                    "report": {
                      "type": "funding-round",
                      "key": "openai",
                      "eventId": "a-round",
                      "topic": "market.funding-rounds",
                      "partition": 1,
                      "offset": 4
                    }
                  }
                ]
                """));
    }

    @Test
    void aFigureThatWasOrIsUnknownIsAbsent() {
        JsonNode changes = api.json("/v1/changes?since=2025");

        assertThat(changes.get("items").get(0).has("before")).isFalse();
        assertThat(changes.get("items").get(2).has("after")).isFalse();
    }

    @Test
    void withoutATimeItIsTheLastSevenDays() {
        api.feed()
                .append(changed(
                        "mistral", "1", "2", Instant.now().minusSeconds(60).toString()));

        assertThat(api.json("/v1/changes").get("items")).hasSize(1);
    }

    private static FeedRecord.Changed changed(
            String subject, @Nullable String before, @Nullable String after, String changedAt) {
        return new FeedRecord.Changed(
                subject,
                "company",
                "valuationUsd",
                before,
                after,
                Instant.parse(changedAt),
                new FeedRecord.Cause("funding-round", subject, "a-round", "market.funding-rounds", 1, 4));
    }
}
