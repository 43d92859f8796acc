package vorsprung.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DashboardsTest {

    @Test
    void thereIsOneForTheMarketTheRacesTheServiceAndTheStreams() throws IOException {
        assertThat(Dashboards.all())
                .extracting(dashboard -> dashboard.path("uid").asText())
                .containsExactlyInAnyOrder(
                        "vorsprung-market", "vorsprung-races", "vorsprung-service", "vorsprung-streams");
    }

    @Test
    void everyPanelSaysWhatItShowsAndAsksTheProvisionedSource() throws IOException {
        for (JsonNode dashboard : Dashboards.all()) {
            assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("prometheus");
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            });
        }
    }

    @Test
    void noTwoPanelsOfADashboardOverlap() throws IOException {
        for (JsonNode dashboard : Dashboards.all()) {
            Set<String> taken = new HashSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                cells(panel.path("gridPos"))
                        .forEach(cell -> assertThat(taken.add(cell))
                                .as(dashboard.path("title") + ", " + panel.path("title"))
                                .isTrue());
            }
        }
    }

    @Test
    void signalsAreAnnotationsOfEveryDashboard() throws IOException {
        assertThat(Dashboards.all())
                .allSatisfy(dashboard -> assertThat(
                                dashboard.at("/annotations/list/0/expr").asText())
                        .contains("vorsprung_signal_value"));
    }

    private static Set<String> cells(JsonNode place) {
        Set<String> cells = new HashSet<>();
        int right = place.path("x").asInt() + place.path("w").asInt();
        int bottom = place.path("y").asInt() + place.path("h").asInt();
        assertThat(right).isLessThanOrEqualTo(24);
        for (int x = place.path("x").asInt(); x < right; x++) {
            for (int y = place.path("y").asInt(); y < bottom; y++) {
                cells.add(x + "," + y);
            }
        }
        return cells;
    }
}
