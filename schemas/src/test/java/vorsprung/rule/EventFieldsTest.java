package vorsprung.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vorsprung.topic.EventType;

class EventFieldsTest {

    @Test
    void pricesAreDollarsInJsonAndMicroDollarsInAvro() {
        assertThat(EventFields.jsonName("inputMicroUsdPerMillionTokens")).isEqualTo("inputUsdPerMillionTokens");
        assertThat(EventFields.isPrice("inputMicroUsdPerMillionTokens")).isTrue();
    }

    @Test
    void everyOtherFieldIsCalledTheSame() {
        assertThat(EventFields.jsonName("amountUsd")).isEqualTo("amountUsd");
        assertThat(EventFields.isPrice("amountUsd")).isFalse();
    }

    @Test
    void aFieldIsFoundByEitherName() {
        assertThat(EventFields.named(EventType.PRICE_CHANGE, "outputUsdPerMillionTokens"))
                .map(Schema.Field::name)
                .contains("outputMicroUsdPerMillionTokens");
        assertThat(EventFields.named(EventType.PRICE_CHANGE, "outputMicroUsdPerMillionTokens"))
                .isPresent();
        assertThat(EventFields.named(EventType.PRICE_CHANGE, "score")).isEmpty();
    }
}
