package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.ingest.IngestConfig;
import vorsprung.processor.ProcessorConfig;
import vorsprung.settings.SettingsException;

final class RoleSettingsTest {

    @Test
    void theEnvironmentWinsOverTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("role.properties");
        Files.writeString(file, "api.port=1\napi.host=0.0.0.0\n");

        Map<String, String> settings =
                RoleSettings.read(Optional.of(file), Map.of("VORSPRUNG_API_PORT", "2", "PATH", "/bin"));

        assertThat(settings).containsOnly(Map.entry("api.port", "2"), Map.entry("api.host", "0.0.0.0"));
    }

    @Test
    void variablesOfCommandsAreNoSettings() throws IOException {
        Map<String, String> environment = Map.of(
                "VORSPRUNG_URL", "u", "VORSPRUNG_TOKEN", "t", "VORSPRUNG_GATEWAY", "g", "VORSPRUNG_OPTS", "-Xmx1g");

        assertThat(RoleSettings.read(Optional.empty(), environment)).isEmpty();
    }

    @Test
    void everyNameWithAHyphenIsASettingOfARole() throws IOException {
        for (String name : RoleSettings.HYPHENATED) {
            String variable = "VORSPRUNG_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            Map<String, String> settings = RoleSettings.read(Optional.empty(), Map.of(variable, "4000"));

            assertThat(settings).containsExactly(Map.entry(name, "4000"));
            assertThat(Stream.of(isSettingOfIngest(settings), isSettingOfProcessor(settings)))
                    .as(name)
                    .contains(true);
        }
    }

    private static boolean isSettingOfIngest(Map<String, String> settings) {
        try {
            IngestConfig.of(settings);
            return true;
        } catch (SettingsException refused) {
            return refused.faults().stream().noneMatch(fault -> fault.startsWith("unknown setting"));
        }
    }

    private static boolean isSettingOfProcessor(Map<String, String> settings) {
        try {
            ProcessorConfig.of(settings);
            return true;
        } catch (SettingsException refused) {
            return refused.faults().stream().noneMatch(fault -> fault.startsWith("unknown setting"));
        }
    }
}
