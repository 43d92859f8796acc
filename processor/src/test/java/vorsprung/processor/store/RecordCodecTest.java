package vorsprung.processor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.lead.Entry;
import vorsprung.processor.domain.lead.Standing;
import vorsprung.processor.domain.price.PriceSummary;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.PriceWars.PriceCut;
import vorsprung.processor.domain.valuation.EarlyTranche;
import vorsprung.processor.domain.valuation.FactHead;
import vorsprung.processor.domain.valuation.Reading;
import vorsprung.processor.domain.valuation.RoundSummary;
import vorsprung.processor.report.StoredReport;
import vorsprung.processor.report.Subject;

class RecordCodecTest {
    private static final List<Class<? extends Record>> STATE_RECORDS = List.of(
            Claim.class,
            EarlyTranche.class,
            Entry.class,
            FactHead.class,
            Found.class,
            Noted.class,
            Price.class,
            PriceCut.class,
            PriceSummary.class,
            Progress.class,
            Reading.class,
            Release.class,
            Result.class,
            Round.class,
            RoundSummary.class,
            Score.class,
            Standing.class,
            StoredReport.class,
            Subject.class);

    /** A state record whose schema has a second version, which added all but the first and the third component. */
    record Sample(String name, @Nullable String label, long amount, boolean open, List<Part> parts) {}

    /** A record within it. */
    record Part(double share, int rank) {}

    @Provide
    Arbitrary<Class<? extends Record>> stateRecords() {
        return Arbitraries.of(STATE_RECORDS);
    }

    @Property
    void everyStateRecordIsReadAsItWasWritten(
            @ForAll("stateRecords") Class<? extends Record> type, @ForAll Random random) {
        assertReadAsWritten(type, new RandomRecords(random));
    }

    @Example
    void aValueOfAnOlderSchemaIsReadWithTheDefaultsOfTheFieldsAddedSince() throws IOException {
        GenericRecord old =
                new GenericData.Record(StateSchemas.versions("Sample").get(0));
        old.put("amount", 40L);
        old.put("name", "Series F");
        old.put("dropped", 7);

        Sample read = RecordCodec.of(Sample.class).read(written(1, old));

        assertThat(read).isEqualTo(new Sample("Series F", null, 40, true, List.of()));
    }

    @Example
    void aValueOfTheNewestSchemaBearsItsVersion() {
        RecordCodec<Sample> codec = RecordCodec.of(Sample.class);
        Sample sample = new Sample("Series F", "F", 40, false, List.of(new Part(0.5, 1), new Part(0.25, 2)));

        byte[] bytes = codec.write(sample);

        assertThat(bytes[0]).isEqualTo((byte) 2);
        assertThat(codec.read(bytes)).isEqualTo(sample);
    }

    @Example
    void aValueOfASchemaThatIsNotKnownIsToldPlainly() {
        RecordCodec<Sample> codec = RecordCodec.of(Sample.class);
        byte[] bytes = codec.write(new Sample("Series F", null, 40, false, List.of()));
        bytes[0] = 3;

        assertThatThrownBy(() -> codec.read(bytes))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("a stored Sample cannot be read")
                .cause()
                .hasMessage("written by version 3 of its schema, known are 1 to 2");
    }

    @Example
    void aRecordWithoutASchemaIsRefused() {
        record Unheard(String name) {}

        assertThatThrownBy(() -> RecordCodec.of(Unheard.class))
                .hasMessage("there is no state schema /vorsprung/state/Unheard.v1.avsc");
    }

    @Example
    void aRecordThatIsNotAsItsSchemaIsRefused() {
        record Misfit(String name) {}

        assertThatThrownBy(() -> RecordCodec.of(Misfit.class))
                .hasMessage("state schema Misfit has the fields [label], the record has [name]");
    }

    private static <T extends Record> void assertReadAsWritten(Class<T> type, RandomRecords records) {
        RecordCodec<T> codec = RecordCodec.of(type);
        T value = records.next(type);

        assertThat(codec.read(codec.write(value))).isEqualTo(value);
    }

    private static byte[] written(int version, GenericRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(version);
        Schema schema = value.getSchema();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
