package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingRound;

class SerdeFactoryTest {

    /** A serde as a shop may bring its own. */
    public static final class ForeignSerde implements Serde<FundingRound> {
        private Map<String, ?> settings = Map.of();
        private boolean keys = true;

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            settings = configs;
            keys = isKey;
        }

        @Override
        public Serializer<FundingRound> serializer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deserializer<FundingRound> deserializer() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void withoutAWordItIsOurs() {
        Map<String, String> config = Map.of("schema.registry.url", "mock://factory");

        Serde<FundingRound> serde = SerdeFactory.serde(config, FundingRound.class);

        byte[] bytes = serde.serializer().serialize(Rounds.TOPIC, Rounds.seriesF());
        assertThat(serde).isInstanceOf(AvroSerde.class);
        assertThat(serde.deserializer().deserialize("elsewhere", bytes)).isEqualTo(Rounds.seriesF());
    }

    @Test
    void anotherIsMadeByNameAndToldWhatToRead() {
        Map<String, String> config = Map.of("value.serde", ForeignSerde.class.getName(), "own.setting", "kept");

        Serde<FundingRound> serde = SerdeFactory.serde(config, FundingRound.class);

        ForeignSerde foreign = (ForeignSerde) serde;
        assertThat(foreign.keys).isFalse();
        assertThat(foreign.settings.get("own.setting")).isEqualTo("kept");
        assertThat(foreign.settings.get("specific.avro.reader")).isEqualTo(true);
        assertThat(foreign.settings.get("specific.avro.value.type")).isEqualTo(FundingRound.class);
    }

    @Test
    void aClassThatIsMissingOrNoSerdeIsNamed() {
        assertThatThrownBy(() -> SerdeFactory.serde(Map.of("value.serde", "com.example.Missing"), FundingRound.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("com.example.Missing");
        assertThatThrownBy(() -> SerdeFactory.serde(Map.of("value.serde", String.class), FundingRound.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must be a Serde");
    }
}
