package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.http.ApiFixture.parsed;
import static vorsprung.processor.topology.Events.price;
import static vorsprung.processor.topology.Events.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsApiTest {
    private static final String LEAD_CHANGE = "lead-changed:mmlu:2025-12-30T00:00:00Z:google";
    private static final String CATCH_UP = "caught-up:mmlu:2025-12-30T00:00:00Z:openai:google";
    private static final String CUT = "price-cut:openai:gpt-4:p-2";

    private final ApiFixture api = new ApiFixture();

    @BeforeEach
    void publish() {
        api.market()
                .publishAll(List.of(
                        price("openai/gpt-4", "p-1", "2023-03-14", 30_000_000, 60_000_000)
                                .build(),
                        price("openai/gpt-4", "p-2", "2023-11-06", 10_000_000, 30_000_000)
                                .build(),
                        result("mmlu", "openai/gpt-4", "r-1", "2025-12-20", 0.86)
                                .build(),
                        result("mmlu", "google/gemini", "r-2", "2025-12-30", 0.9)
                                .build()));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theNewestCauseComesFirst() {
        assertThat(ids("/v1/signals")).containsExactly(CATCH_UP, LEAD_CHANGE, CUT);
    }

    @Test
    void aSignalTellsWhatHappenedAndWhetherItIsHistory() {
        JsonNode signals = api.json("/v1/signals").get("items");

        assertThat(signals.get(1)).isEqualTo(parsed("""
                {
                  "signalId": "lead-changed:mmlu:2025-12-30T00:00:00Z:google",
                  "type": "LEAD_CHANGED",
                  "subject": "mmlu",
                  "occurredAt": "2025-12-30T00:00:00Z",
                  "foundAt": "2026-01-01T00:00:00Z",
                  "historical": false,
                  "withdrawn": false,
                  "value": 0.9,
                  "previous": 0.86,
                  "detail": "google leads, after openai",
                  "evidence": ["r-2"]
                }
                """));
        assertThat(signals.get(2).get("historical").asBoolean()).isTrue();
    }

    @Test
    void aSignalWhoseCauseMovedInTimeIsThereOnceAndStands() {
        api.market()
                .publish(price("openai/gpt-4", "p-2", "2023-12-01", 10_000_000, 30_000_000)
                        .build());

        JsonNode cuts = api.json("/v1/signals?type=PRICE_CUT").get("items");

        assertThat(cuts).hasSize(1);
        assertThat(cuts.get(0).get("occurredAt").asText()).isEqualTo("2023-12-01T00:00:00Z");
        assertThat(cuts.get(0).get("withdrawn").asBoolean()).isFalse();
    }

    @Test
    void aSignalWhoseCauseIsGoneStandsAsWithdrawn() {
        api.market()
                .publish(result("mmlu", "google/gemini", "r-2", "2025-12-30", 0.9)
                        .setRetracted(true)
                        .build());

        JsonNode signals = api.json("/v1/signals?subject=mmlu").get("items");

        assertThat(signals)
                .hasSize(2)
                .allSatisfy(signal ->
                        assertThat(signal.get("withdrawn").asBoolean()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "type=PRICE_CUT, " + CUT,
        "'type=price_cut,down_round', " + CUT,
        "type=CAUGHT_UP&type=DOWN_ROUND, " + CATCH_UP,
        "subject=openai/gpt-4, " + CUT,
        "since=2025-12&type=LEAD_CHANGED, " + LEAD_CHANGE
    })
    void theListHoldsOnlyWhatIsAskedFor(String question, String expected) {
        assertThat(ids("/v1/signals?" + question)).containsExactly(expected);
    }

    @Test
    void theListComesInPages() {
        JsonNode first = api.json("/v1/signals?limit=2");
        String cursor = first.get("nextCursor").asText();

        assertThat(first.get("items")).hasSize(2);
        assertThat(ids("/v1/signals?cursor=" + cursor)).containsExactly(CUT);
        assertThat(api.ask("/v1/signals?type=PRICE_CUT&cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTypeThatIsNoneIsRefusedNamingTheNearest() {
        JsonNode problem = parsed(api.ask("/v1/signals?type=PRICE_CUTS").body());

        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("detail").asText())
                .contains("PRICE_CUT, PRICE_WAR")
                .endsWith("found \"PRICE_CUTS\"; did you mean PRICE_CUT?");
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        api.json(path).get("items").forEach(item -> ids.add(item.get("signalId").asText()));
        return ids;
    }
}
