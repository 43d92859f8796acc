package vorsprung.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    private static Duration longestWait(Map<String, Object> given) {
        Properties settings = new Properties();
        settings.putAll(given);
        return StreamsSettings.longestWait(settings);
    }

    @Test
    void aRecordMayHoldUpItsThreadForHalfOfWhatIsGrantedBetweenTwoPolls() {
        assertThat(longestWait(Map.of("max.poll.interval.ms", "60000"))).isEqualTo(Duration.ofSeconds(30));
        assertThat(longestWait(Map.of("consumer.max.poll.interval.ms", 60_000))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatIsSetForTheMainConsumerWins() {
        assertThat(longestWait(Map.of("max.poll.interval.ms", 60_000, "main.consumer.max.poll.interval.ms", 20_000)))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void withoutASettingItIsHalfOfKafkasDefault() {
        assertThat(longestWait(Map.of())).isEqualTo(Duration.ofSeconds(150));
    }
}
