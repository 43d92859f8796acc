package vorsprung.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a record by another version of its schema, as a reader of that version would see it. Slow: each record is
 * written, read and written again, which happens only while {@code use.latest.version} meets a version not our own.
 */
final class ConvertingWriter implements DatumWriter<SpecificRecord> {
    private final DatumWriter<SpecificRecord> own;
    private final GenericDatumReader<Object> reader;
    private final GenericDatumWriter<Object> writer;

    ConvertingWriter(Schema from, DatumWriter<SpecificRecord> own, Schema to) {
        this.own = own;
        this.reader = new GenericDatumReader<>(from, to);
        this.writer = new GenericDatumWriter<>(to);
    }

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("the schemas are given once");
    }

    @Override
    public void write(SpecificRecord record, Encoder out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        own.write(record, encoder);
        encoder.flush();
        writer.write(reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)), out);
    }
}
