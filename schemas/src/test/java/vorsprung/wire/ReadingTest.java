package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingKind;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;

class ReadingTest {
    private final CountingRegistry registry = new CountingRegistry();
    private final AvroSerde<FundingRound> serde = new AvroSerde<>(FundingRound.class, registry);
    private final byte[] bytes = serde.serializer().serialize(Rounds.TOPIC, Rounds.seriesF());

    private FundingRound read(byte[] record) {
        return serde.deserializer().deserialize(Rounds.TOPIC, record);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertUnreadable(byte[] record) {
        return assertThatThrownBy(() -> read(record)).isInstanceOf(UnreadableRecordException.class);
    }

    /** Bytes of a stranger that knows this schema and no class of ours. */
    private byte[] foreign(Schema schema, String field, Object value) throws IOException {
        GenericRecord record = new GenericRecordBuilder(schema)
                .set("companyId", "openai")
                .set("occurredAt", 1_743_379_200_000L)
                .set(field, value)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WireFormat.writeHeader(registry.register("foreign", schema), out);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Test
    void aFieldThatANewerWriterAddedIsPassedOver() throws IOException {
        byte[] newer = foreign(Widened.withField(FundingRound.getClassSchema()), "mood", "exuberant");

        FundingRound read = read(newer);

        assertThat(read.getCompanyId()).isEqualTo("openai");
        assertThat(read.getOccurredAt()).isEqualTo(Rounds.seriesF().getOccurredAt());
    }

    @Test
    void aSymbolThatANewerWriterAddedIsUnknown() throws IOException {
        Schema newer = Widened.withSymbol(FundingRound.getClassSchema(), "UNKNOWN\",\"EQUITY", "TOKEN_SALE");
        Schema kind = newer.getField("kind").schema().getTypes().get(1);

        FundingRound read = read(foreign(newer, "kind", new GenericData.EnumSymbol(kind, "TOKEN_SALE")));

        assertThat(read.getKind()).isEqualTo(FundingKind.UNKNOWN);
    }

    @Test
    void theStringsOfAWriterWithoutJavaAreJavasAllTheSame() throws IOException {
        Schema plain = new Schema.Parser()
                .parse(FundingRound.getClassSchema().toString().replace(",\"avro.java.string\":\"String\"", ""));

        FundingRound read = read(foreign(plain, "round", "Series F"));

        assertThat(read.getRound()).isEqualTo("Series F");
    }

    @Test
    void aWrongMagicByteIsNamed() {
        byte[] json = "{\"companyId\":\"openai\"}".getBytes(StandardCharsets.UTF_8);

        assertUnreadable(json)
                .hasMessage("cannot read a value on topic market.funding-rounds: it starts with 0x7b, not with 0x00;"
                        + " was it written without a schema registry, as JSON say?");
    }

    @Test
    void aRecordShorterThanItsHeaderIsNamed() {
        assertUnreadable(new byte[] {0, 0, 0}).hasMessageEndingWith("it has 3 bytes, and the header alone takes 5");
        assertUnreadable(new byte[0]).hasMessageEndingWith("it has 0 bytes, and the header alone takes 5");
    }

    @Test
    void anUnknownIdIsNamedWithTheRegistry() {
        assertUnreadable(new byte[] {0, 0, 0, 0x12, 0x34, 2})
                .hasMessageEndingWith("schema id 4660 is unknown at the registry in memory")
                .hasCauseInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void aRunOfRecordsWithAnUnknownIdAsksOnce() {
        byte[] unknown = {0, 0, 0, 0x12, 0x34, 2};

        assertUnreadable(unknown);
        assertUnreadable(unknown);

        assertThat(registry.questions()).isEqualTo(1);
    }

    @Test
    void aKnownIdIsAskedForOnce() {
        read(bytes);
        read(bytes);

        assertThat(registry.questions()).isEqualTo(1);
    }

    @Test
    void bytesThatAreCutOffAreNamedWithTheirLength() {
        assertUnreadable(Arrays.copyOf(bytes, 20))
                .hasMessageEndingWith("its 20 bytes are cut off within the record of schema id 1");
    }

    @Test
    void bytesLeftOverAreCounted() {
        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 3))
                .hasMessageEndingWith(
                        "3 bytes are left over after the record of schema id 1; were two records joined?");
    }

    @Test
    void bytesWithoutSenseAreUnreadableAndNeverAskForTheMemoryTheyClaim() {
        byte[] claimsTwoGigabytes = {0, 0, 0, 0, 1, 0, -2, -1, -1, -1, 15, 'x'};
        byte[] noSuchBranch = {0, 0, 0, 0, 1, 122};

        assertUnreadable(claimsTwoGigabytes);
        assertUnreadable(noSuchBranch);
    }

    @Test
    void everyTruncationIsUnreadableAndNothingElse() {
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void anotherRecordIsNotTakenForThisOne() throws IOException {
        byte[] claim = foreign(LeadClaim.getClassSchema(), "claimant", "somebody");

        assertUnreadable(claim)
                .hasMessageEndingWith("it was written as vorsprung.event.LeadClaim, not as vorsprung.event.FundingRound"
                        + " (schema id 2)");
    }

    @Test
    void withoutAClassTheTopicSaysWhichRecordIsExpected() {
        AvroSerde<SpecificRecord> any = new AvroSerde<>();
        any.configure(Map.of("schema.registry.url", "mock://expected"), false);
        LeadClaim claim = LeadClaim.newBuilder()
                .setCompanyId("openai")
                .setOccurredAt(Rounds.seriesF().getOccurredAt())
                .build();
        byte[] elsewhere = any.serializer().serialize("elsewhere", claim);

        assertThatThrownBy(() -> any.deserializer().deserialize(Rounds.TOPIC, elsewhere))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageEndingWith(
                        "it was written as vorsprung.event.LeadClaim, not as vorsprung.event.FundingRound");
    }

    @Test
    void aRegistryThatIsAwaySaysNothingAgainstTheRecord() {
        registry.goAway();

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(SchemaRegistryException.class)
                .isNotInstanceOf(UnreadableRecordException.class)
                .matches(e -> ((SchemaRegistryException) e).isTransient());
    }

    @Test
    void aRegistryThatComesBackIsAskedAgain() {
        registry.goAway();
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(SchemaRegistryException.class);

        registry.comeBack();

        assertThat(read(bytes)).isEqualTo(Rounds.seriesF());
    }
}
