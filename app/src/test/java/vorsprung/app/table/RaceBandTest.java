package vorsprung.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vorsprung.app.table.RaceBand.Span;

final class RaceBandTest {

    private static final List<Span> RACE = List.of(
            span("openai", "2025-01-01", "2025-01-05"),
            span("anthropic", "2025-01-05", "2025-01-06"),
            span("openai", "2025-01-06", "2025-01-11"));

    @Test
    void everyoneHasALineFilledWhereTheyLed() {
        assertThat(RaceBand.layout(RACE, screen("en_US.UTF-8")))
                .containsExactly(
                        "  openai     ███████████··██████████████",
                        "  anthropic  ··········████·············",
                        "             2025-01-01       2025-01-11");
    }

    @Test
    void aTerminalWithoutUtf8GetsAscii() {
        assertThat(RaceBand.layout(RACE, screen("C")))
                .containsExactly(
                        "  openai     ###########..##############",
                        "  anthropic  ..........####.............",
                        "             2025-01-01       2025-01-11");
    }

    @Test
    void noLeadIsTooShortToBeSeen() {
        List<Span> race = List.of(
                span("openai", "2020-01-01", "2025-01-01"),
                span("xai", "2025-01-01", "2025-01-02"),
                span("openai", "2025-01-02", "2026-01-01"));

        assertThat(RaceBand.layout(race, screen("C")).get(1)).contains("#");
    }

    @Test
    void whereOneHasAlwaysLedThereIsNoRace() {
        assertThat(RaceBand.layout(RACE.subList(0, 1), screen("C"))).isEmpty();
    }

    private static Screen screen(String locale) {
        return Screen.terminal(OptionalInt.of(40), Map.of("NO_COLOR", "1", "LANG", locale));
    }

    private static Span span(String name, String from, String to) {
        return new Span(name, Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    }
}
