package vorsprung.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.processor.query.Peer;
import vorsprung.settings.SettingsException;

class ProcessorConfigTest {

    @Test
    void anInstanceIsReachedWhereItListensUnlessItSaysOtherwise() {
        assertThat(ProcessorConfig.of(Map.of()).self(4711)).isEqualTo(new Peer("127.0.0.1", 4711));
        assertThat(ProcessorConfig.of(Map.of("api.advertised", "processor-1:8080"))
                        .self(4711))
                .isEqualTo(new Peer("processor-1", 8080));
    }

    @Test
    void beyondLoopbackASecretIsNeeded() {
        assertThatThrownBy(() -> ProcessorConfig.of(
                        Map.of("auth.tokens.file", "tokens.json", "api.host", "0.0.0.0", "api.advertised", "one:8080")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "peers.secret is needed since api.host is 0.0.0.0, which others reach: give all instances the"
                                + " same secret, or bind 127.0.0.1");
    }

    @Test
    void anAddressForAllIsNoneToBeReachedAt() {
        assertThatThrownBy(() -> ProcessorConfig.of(
                        Map.of("auth.tokens.file", "tokens.json", "api.host", "0.0.0.0", "peers.secret", "hush")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("api.advertised is needed since api.host is 0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"processor-1", "processor-1:", ":8080", "processor-1:http"})
    void anAddressWithoutHostOrPortIsRefused(String address) {
        assertThatThrownBy(() -> ProcessorConfig.of(Map.of("api.advertised", address)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("api.advertised must be host:port, found \"" + address + "\"");
    }

    @Test
    void aSessionIsTheBrokersUnlessItIsGiven() {
        assertThat(ProcessorConfig.of(Map.of()).sessionTimeout()).isEmpty();
        assertThat(ProcessorConfig.of(Map.of("session.timeout.ms", "2000")).sessionTimeout())
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(ProcessorConfig.of(Map.of("peers.secret", "hush hush")))
                .hasToString("ProcessorConfig[127.0.0.1:9092, vorsprung-processor, api 127.0.0.1:8080]");
    }

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
