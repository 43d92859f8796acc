package vorsprung.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vorsprung.settings.SettingsException;

final class IngestConfigTest {
    @Test
    void everySettingHasADefaultOnLoopback() {
        IngestConfig config = IngestConfig.of(Map.of());

        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.http().port()).isEqualTo(8082);
        assertThat(config.publish().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.publish().kafka()).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092"));
        assertThat(config.publish().registry()).isEqualTo(Map.of("schema.registry.url", "http://127.0.0.1:8081"));
        assertThat(config.aliases()).isEmpty();
    }

    @Test
    void everySettingIsTyped() {
        IngestConfig config = IngestConfig.of(with(Map.of(
                "gateway.host", "::1",
                "gateway.port", "0",
                "gateway.max-body-bytes", "2048",
                "publish.timeout-ms", "5000",
                "publish.transactions", "2",
                "publish.transactional-id", "mine",
                "aliases.file", "mine.csv",
                "kafka.compression.type", "zstd",
                "auto.register.schemas", "false",
                "basic.auth.user.info", "a:b")));

        assertThat(config.http().port()).isZero();
        assertThat(config.http().maxBodyBytes()).isEqualTo(2_048);
        assertThat(config.publish().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.publish().transactionalId()).isEqualTo("mine");
        assertThat(config.publish().kafka()).containsEntry("compression.type", "zstd");
        assertThat(config.publish().registry()).containsKeys("auto.register.schemas", "basic.auth.user.info");
        assertThat(config.aliases()).contains(Path.of("mine.csv"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnceWithTheNearestKnownSetting() {
        Map<String, String> wrong = Map.of("gateway.prot", "1", "publish.timeout-ms", "soon", "kafka.acks", "0");

        assertThatThrownBy(() -> IngestConfig.of(wrong))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unknown setting gateway.prot; did you mean gateway.port?")
                .hasMessageContaining("publish.timeout-ms must be a whole number from 1000 to 600000, found \"soon\"")
                .hasMessageContaining("kafka.acks cannot be changed");
    }

    @Test
    void brokersMayBeNamedAmongKafkasOwnSettings() {
        Map<String, String> kafka = IngestConfig.of(Map.of("kafka.bootstrap.servers", "broker:9092"))
                .publish()
                .kafka();

        assertThat(kafka).isEqualTo(Map.of("bootstrap.servers", "broker:9092"));
    }

    @Test
    void passwordsAreNotShown() {
        IngestConfig config = IngestConfig.of(
                with(Map.of("kafka.sasl.jaas.config", "hidden-one", "basic.auth.user.info", "a:hidden-two")));

        assertThat(config.toString()).doesNotContain("hidden-one", "hidden-two").contains("sasl.jaas.config");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", "localhost:9092");
        settings.put("schema.registry.url", "http://localhost:8081");
        return settings;
    }
}
