package vorsprung.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vorsprung.app.table.StepChart.Step;

final class StepChartTest {

    private static final Instant UNTIL = Instant.parse("2025-01-05T00:00:00Z");
    private static final List<Step> STEPS =
            List.of(step("2025-01-01", 1_000_000), step("2025-01-02", 30_000_000), step("2025-01-04", 48_000_000));

    @Test
    void eachColumnIsAsHighAsWhatHoldsAtItsEnd() {
        assertThat(StepChart.layout(STEPS, UNTIL, screen(40, "en_US.UTF-8")))
                .containsExactly(
                        "  $48.0m │                      ████████",
                        "         │                      ████████",
                        "         │       ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆████████",
                        "         │       ███████████████████████",
                        "         │       ███████████████████████",
                        "         │▁▁▁▁▁▁▁███████████████████████",
                        "      $0 └──────────────────────────────",
                        "          2025-01-01          2025-01-05");
    }

    @Test
    void aTerminalWithoutUtf8GetsAscii() {
        assertThat(StepChart.layout(STEPS, UNTIL, screen(40, "C")))
                .containsExactly(
                        "  $48.0m |                      ########",
                        "         |                      ########",
                        "         |       :::::::::::::::########",
                        "         |       #######################",
                        "         |       #######################",
                        "         |.......#######################",
                        "      $0 +------------------------------",
                        "          2025-01-01          2025-01-05");
    }

    @Test
    void theFrameIsDimWhereInkIsAllowed() {
        Screen coloured = Screen.terminal(OptionalInt.of(40), Map.of("LANG", "C"));

        assertThat(StepChart.layout(STEPS, UNTIL, coloured))
                .first()
                .isEqualTo("\u001b[2m  $48.0m |\u001b[0m                      ########");
    }

    @Test
    void oneStepIsNoCourse() {
        assertThat(StepChart.layout(STEPS.subList(0, 1), UNTIL, Screen.PIPE)).isEmpty();
    }

    @Test
    void aChartIsNeverWiderThanTheScreenNorThanCanBeTakenInAtAGlance() {
        assertThat(widest(screen(50, "C"))).isEqualTo(50);
        assertThat(widest(screen(200, "C"))).isEqualTo(72);
        assertThat(widest(Screen.PIPE)).isEqualTo(72);
    }

    private static int widest(Screen screen) {
        return StepChart.layout(STEPS, UNTIL, screen).stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static Screen screen(int width, String locale) {
        return Screen.terminal(OptionalInt.of(width), Map.of("NO_COLOR", "1", "LC_ALL", locale));
    }

    private static Step step(String day, long usd) {
        return new Step(Instant.parse(day + "T00:00:00Z"), BigDecimal.valueOf(usd));
    }
}
