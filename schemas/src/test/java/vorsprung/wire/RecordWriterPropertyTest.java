package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/** Of every type of event, whatever it carries and whatever is absent, the bytes are those that Avro itself writes. */
class RecordWriterPropertyTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theBytesAreThoseOfAvrosOwnWriter(@ForAll("events") SpecificRecord event) throws IOException {
        Schema schema = event.getSchema();
        SpecificData data = SpecificData.getForClass(event.getClass());

        byte[] bytes = written(new RecordWriter(schema, data), event);

        assertThat(bytes).isEqualTo(written(new SpecificDatumWriter<SpecificRecord>(schema, data), event));
    }

    @Provide
    Arbitrary<SpecificRecord> events() {
        return Arbitraries.of(EventType.class).flatMap(type -> records(type.schema()));
    }

    private static byte[] written(DatumWriter<SpecificRecord> writer, SpecificRecord event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Arbitrary<SpecificRecord> records(Schema schema) {
        List<Arbitrary<Object>> fields =
                schema.getFields().stream().map(field -> values(field.schema())).toList();
        return Combinators.combine(fields).as(values -> record(schema, values));
    }

    private static SpecificRecord record(Schema schema, List<Object> values) {
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type(schema), schema);
        for (int i = 0; i < values.size(); i++) {
            record.put(i, values.get(i));
        }
        return record;
    }

    private static Arbitrary<Object> values(Schema schema) {
        return switch (schema.getType()) {
            case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
            case INT -> Arbitraries.integers().asGeneric();
            case LONG -> schema.getLogicalType() == null ? Arbitraries.longs().asGeneric() : instants();
            case DOUBLE -> Arbitraries.doubles().asGeneric();
            case STRING -> Arbitraries.strings().ofMaxLength(20).asGeneric();
            case ENUM -> Arbitraries.of(Arrays.<Object>asList(type(schema).getEnumConstants()));
            case ARRAY -> values(schema.getElementType()).list().ofMaxSize(3).asGeneric();
            case RECORD -> records(schema).asGeneric();
            case UNION -> branches(schema).injectNull(schema.isNullable() ? 0.5 : 0);
            default -> throw new IllegalArgumentException("no event has a field of " + schema);
        };
    }

    private static Arbitrary<Object> branches(Schema union) {
        return Arbitraries.oneOf(union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .map(RecordWriterPropertyTest::values)
                .toList());
    }

    private static Arbitrary<Object> instants() {
        return Arbitraries.longs()
                .between(-631_152_000_000L, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli)
                .asGeneric();
    }

    private static Class<?> type(Schema schema) {
        return SpecificData.get().getClass(schema);
    }
}
