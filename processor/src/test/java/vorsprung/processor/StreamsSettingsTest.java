package vorsprung.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import vorsprung.processor.query.Peer;
import vorsprung.processor.topology.CommitPace;

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

    private static Duration commitsEvery(String millis) {
        Properties settings =
                StreamsSettings.of(ProcessorConfig.of(Map.of("commit.interval.ms", millis)), new Peer("127.0.0.1", 1));
        return Duration.ofMillis((Long) Objects.requireNonNull(settings.get("commit.interval.ms")));
    }

    @Test
    void kafkaStreamsCommitsABacklogAtLeisureUnlessLongerIsWantedForAll() {
        assertThat(commitsEvery("40")).isEqualTo(CommitPace.AT_LEISURE);
        assertThat(commitsEvery("8000")).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void whatTheOperatorTellsKafkaStreamsIsThePaceOfAll() {
        ProcessorConfig config =
                ProcessorConfig.of(Map.of("commit.interval.ms", "40", "kafka.commit.interval.ms", "150"));

        assertThat(StreamsSettings.commitInterval(config)).isEqualTo(Duration.ofMillis(150));
        assertThat(StreamsSettings.of(config, new Peer("127.0.0.1", 1)).get("commit.interval.ms"))
                .isEqualTo("150");
    }

    @Test
    void oneThatIsNoNumberIsRefusedByName() {
        ProcessorConfig config = ProcessorConfig.of(Map.of("kafka.commit.interval.ms", "soon"));

        assertThatThrownBy(() -> StreamsSettings.commitInterval(config))
                .hasMessageContaining("soon")
                .hasMessageContaining("commit.interval.ms");
    }
}
