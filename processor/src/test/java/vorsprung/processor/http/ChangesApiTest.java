package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.processor.feed.FeedRecord;

class ChangesApiTest {
    /** More than were told once. */
    private static final int MANY = 10_500;

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
    void whatChangedAfterTheKnowledgeTimeIsLeftOut() {
        JsonNode changes = api.json("/v1/changes?since=2025-03-03&knownAt=2025-03-31T12:00:00Z");

        assertThat(changes.get("items"))
                .extracting(item -> item.get("subject").asText())
                .containsExactly("anthropic", "openai");
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

    @ParameterizedTest
    @ValueSource(strings = {"changedAt", "-changedAt"})
    void pageByPageAllAreToldOnceHoweverMany(String sort) {
        for (int i = 0; i < MANY; i++) {
            api.feed().append(changed("many", "1", "2", "2025-05-01T00:00:00Z", MANY - i));
        }

        List<Long> offsets = new ArrayList<>();
        String next = "?since=2025-05&limit=1000&sort=" + sort;
        while (!next.isEmpty()) {
            JsonNode page = api.json("/v1/changes" + next);
            page.get("items")
                    .forEach(
                            item -> offsets.add(item.get("report").get("offset").longValue()));
            next = page.has("nextCursor") ? "?cursor=" + page.get("nextCursor").textValue() : "";
        }

        assertThat(offsets)
                .hasSize(MANY)
                .isSortedAccordingTo(
                        sort.startsWith("-") ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
        assertThat(offsets).doesNotHaveDuplicates();
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
        return changed(subject, before, after, changedAt, 4);
    }

    private static FeedRecord.Changed changed(
            String subject, @Nullable String before, @Nullable String after, String changedAt, long offset) {
        return new FeedRecord.Changed(
                subject,
                "company",
                "valuationUsd",
                before,
                after,
                Instant.parse(changedAt),
                new FeedRecord.Cause("funding-round", subject, "a-round", "market.funding-rounds", 1, offset));
    }
}
