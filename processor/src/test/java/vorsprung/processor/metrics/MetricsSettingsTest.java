package vorsprung.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vorsprung.settings.Settings;
import vorsprung.settings.SettingsException;

final class MetricsSettingsTest {

    @Test
    void capabilitiesAreBenchmarksWithAScore() {
        assertThat(read("mmlu:0.7, arena-elo:1300").capabilities())
                .containsExactly(
                        new Capability("mmlu", new BigDecimal("0.7")),
                        new Capability("arena-elo", new BigDecimal("1300")));
        assertThat(read("none").capabilities()).isEmpty();
    }

    @Test
    void whatIsNoCapabilityIsRefusedWithTheFormThatOneHas() {
        Settings settings = new Settings(Map.of("metrics.capabilities", "mmlu:much"));
        MetricsSettings.of(settings);

        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("metrics.capabilities")
                .hasMessageContaining("mmlu:much")
                .hasMessageContaining("benchmark:score");
    }

    private static MetricsSettings read(String capabilities) {
        Settings settings = new Settings(Map.of("metrics.capabilities", capabilities));
        MetricsSettings read = MetricsSettings.of(settings);
        settings.check();
        return read;
    }
}
