package vorsprung.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.settings.SettingsException;

final class ProcessorConfigTest {
    @Test
    void onlyItsOwnPagesMayFrameTheChartUnlessTheSettingNamesOthers() {
        assertThat(ProcessorConfig.of(Map.of()).frameAncestors()).isEqualTo("'self'");
        assertThat(ProcessorConfig.of(Map.of("api.frame-ancestors", "https://example.com https://example.org"))
                        .frameAncestors())
                .isEqualTo("https://example.com https://example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'self'; script-src *", "https://a.example, https://b.example", "https://é.example", "a\nb"})
    void whatWouldBeginAnotherDirectiveIsRefused(String ancestors) {
        assertThatThrownBy(() -> ProcessorConfig.of(Map.of("api.frame-ancestors", ancestors)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api.frame-ancestors must be");
    }
}
