package vorsprung.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peers.secret",
                "basic.auth.user.info",
                "schema.registry.basic.auth.user.info",
                "bearer.auth.token",
                "schema.registry.ssl.truststore.password",
                "kafka.sasl.jaas.config",
                "kafka.ssl.keystore.password"
            })
    void aSecretIsReadFromItsFile(String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "hush hush\n");

        assertThat(SecretFiles.read(Map.of(secret + ".file", file.toString(), "api.port", "0")))
                .containsOnly(Map.entry(secret, "hush hush"), Map.entry("api.port", "0"));
    }

    @Test
    void aSettingThatIsNoSecretKeepsItsName() {
        Map<String, String> settings = Map.of("aliases.file", "aliases.csv", "auth.tokens.file", "tokens");

        assertThat(SecretFiles.read(settings)).isEqualTo(settings);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SecretFiles.read(Map.of("peers.secret.file", "/not/there")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("peers.secret.file: the file /not/there cannot be read");
    }

    @Test
    void aSecretThatIsGivenTwiceIsRefusedAndNotShown() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "hush");

        assertThatThrownBy(() ->
                        SecretFiles.read(Map.of("peers.secret.file", file.toString(), "peers.secret", "hush hush")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("peers.secret and peers.secret.file are both given; give one of them");
    }
}
