package vorsprung.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void whatIsNotGivenHasItsDefault() {
        Settings settings = new Settings(Map.of("blank", "  "));

        assertThat(settings.text("blank", "otherwise")).isEqualTo("otherwise");
        assertThat(settings.number("number", 7, 1, 9)).isEqualTo(7);
        assertThat(settings.milliseconds("pause", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        settings.check();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Settings settings = new Settings(Map.of("number", "10", "pause", "soon", "word", "c", "numbr", "1"));
        settings.number("number", 7, 1, 9);
        settings.milliseconds("pause", Duration.ofSeconds(1));
        settings.oneOf("word", "a", List.of("a", "b"));
        settings.refuse("two settings go ill with each other");

        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("number must be a whole number from 1 to 9, found \"10\"")
                .hasMessageContaining("pause must be a number of milliseconds, at least 1, found \"soon\"")
                .hasMessageContaining("word must be one of a, b, found \"c\"")
                .hasMessageContaining("two settings go ill with each other")
                .hasMessageContaining("unknown setting numbr; did you mean number?");
    }

    @Test
    void whatIsPassedOnIsNotUnknown() {
        Settings settings =
                new Settings(Map.of("kafka.acks", "all", "basic.auth.user.info", "a:b", "value.serde", "X"));

        assertThat(settings.passedOn("kafka.")).isEqualTo(Map.of("acks", "all"));
        assertThat(settings.keptFrom("basic.auth.")).containsOnlyKeys("basic.auth.user.info");
        assertThat(settings.keptFrom(List.of("value.serde"))).containsOnlyKeys("value.serde");
        settings.check();
    }
}
