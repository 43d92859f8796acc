package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;
import vorsprung.event.Source;

class WritingTest {
    private MemorySchemaRegistry registry;
    private String url;

    @BeforeEach
    void aRegistryOfItsOwn(TestInfo test) {
        url = "mock://" + test.getDisplayName();
        registry = MemorySchemaRegistry.shared(test.getDisplayName());
    }

    private AvroSerde<SpecificRecord> serde(Map<String, ?> settings, boolean isKey) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("schema.registry.url", url);
        AvroSerde<SpecificRecord> serde = new AvroSerde<>();
        serde.configure(config, isKey);
        return serde;
    }

    private byte[] write(Map<String, ?> settings) {
        return serde(settings, false).serializer().serialize(Rounds.TOPIC, Rounds.seriesF());
    }

    @Test
    void withoutAutoRegistrationAnUnregisteredSchemaIsRefused() {
        Map<String, Boolean> settings = Map.of("auto.register.schemas", false);

        assertThatThrownBy(() -> write(settings))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("subject market.funding-rounds-value at the registry in memory lacks the schema");
        assertThat(registry.versions(Rounds.SUBJECT)).isEmpty();
    }

    @Test
    void withoutAutoRegistrationARegisteredSchemaIsUsed() {
        int id = registry.register(Rounds.SUBJECT, FundingRound.getClassSchema());

        byte[] bytes = write(Map.of("auto.register.schemas", "false"));

        assertThat(bytes).startsWith(0, 0, 0, 0, id);
    }

    @Test
    void theLatestVersionIsWrittenWhenItSaysTheSame() {
        Schema foreign = new Schema.Parser()
                .parse(FundingRound.getClassSchema().toString().replace(",\"avro.java.string\":\"String\"", ""));
        int id = registry.register(Rounds.SUBJECT, foreign);

        byte[] bytes = write(Map.of("use.latest.version", true));

        assertThat(bytes).startsWith(0, 0, 0, 0, id);
        assertThat(registry.versions(Rounds.SUBJECT)).hasSize(1);
        assertThat(serde(Map.of(), false).deserializer().deserialize(Rounds.TOPIC, bytes))
                .isEqualTo(Rounds.seriesF());
    }

    @Test
    void aLatestVersionWithAnotherFieldIsWrittenAsSuch() {
        Schema wider = Widened.withField(FundingRound.getClassSchema());
        int id = registry.register(Rounds.SUBJECT, wider);

        byte[] bytes = write(Map.of("use.latest.version", true));

        assertThat(bytes).startsWith(0, 0, 0, 0, id);
        assertThat(serde(Map.of(), false).deserializer().deserialize(Rounds.TOPIC, bytes))
                .isEqualTo(Rounds.seriesF());
    }

    @Test
    void theLatestVersionMustExist() {
        assertThatThrownBy(() -> write(Map.of("use.latest.version", true)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("there is no subject market.funding-rounds-value");
    }

    @Test
    void subjectsAreNamedConfluentsThreeWays() {
        String confluent = "io.confluent.kafka.serializers.subject.";

        write(Map.of("value.subject.name.strategy", confluent + "TopicNameStrategy"));
        write(Map.of("value.subject.name.strategy", confluent + "RecordNameStrategy"));
        write(Map.of("value.subject.name.strategy", confluent + "TopicRecordNameStrategy"));
        serde(Map.of(), true).serializer().serialize("keyed", Rounds.seriesF());

        assertThat(List.of(
                        "market.funding-rounds-value",
                        "vorsprung.event.FundingRound",
                        "market.funding-rounds-vorsprung.event.FundingRound",
                        "keyed-key"))
                .allSatisfy(subject -> assertThat(registry.versions(subject)).hasSize(1));
    }

    @Test
    void anyOtherNamingIsRefused() {
        assertThatThrownBy(() -> write(Map.of("value.subject.name.strategy", "com.example.OwnStrategy")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("com.example.OwnStrategy");
    }

    @Test
    void aRecordWithoutARequiredFieldIsRefusedByName() {
        FundingRound incomplete = Rounds.seriesF();
        incomplete.setCompanyId(null);

        assertThatThrownBy(() -> serde(Map.of(), false).serializer().serialize(Rounds.TOPIC, incomplete))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("vorsprung.event.FundingRound")
                .hasMessageContaining("companyId");
    }

    @Test
    void aRefusedRecordLeavesNothingInTheNext() {
        AvroSerde<SpecificRecord> serde = serde(Map.of(), false);
        byte[] alone = serde.serializer().serialize(Rounds.TOPIC, Rounds.seriesF());
        FundingRound incomplete = Rounds.seriesF();
        incomplete.setSource(new Source());

        assertThatThrownBy(() -> serde.serializer().serialize(Rounds.TOPIC, incomplete))
                .isInstanceOf(SerializationException.class);

        assertThat(serde.serializer().serialize(Rounds.TOPIC, Rounds.seriesF())).isEqualTo(alone);
    }

    @Test
    void anotherTopicsRecordIsRefused() {
        LeadClaim claim = LeadClaim.newBuilder()
                .setCompanyId("openai")
                .setOccurredAt(Rounds.seriesF().getOccurredAt())
                .build();

        assertThatThrownBy(() -> serde(Map.of(), false).serializer().serialize(Rounds.TOPIC, claim))
                .isInstanceOf(SerializationException.class)
                .hasMessage("topic market.funding-rounds holds vorsprung.event.FundingRound,"
                        + " and no vorsprung.event.LeadClaim");
    }
}
