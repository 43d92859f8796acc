package vorsprung.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** Where one thread assembles the bytes of a record; kept for the next one. */
final class WireBuffer {
    private static final int KEPT_BYTES = 64 * 1024;
    private static final EncoderFactory ENCODERS = EncoderFactory.get();

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder = ENCODERS.binaryEncoder(bytes, null);

    /** The header of this schema id, followed by the record as this writer writes it. */
    <T> byte[] encode(int id, DatumWriter<T> writer, T record) throws IOException {
        // Attaching the encoder empties what a record that failed half-way has left in it, so the reset comes after.
        encoder = ENCODERS.binaryEncoder(bytes, encoder);
        bytes.reset();
        WireFormat.writeHeader(id, bytes);
        writer.write(record, encoder);
        encoder.flush();
        byte[] encoded = bytes.toByteArray();
        shrink(encoded.length);
        return encoded;
    }

    private void shrink(int used) {
        if (used > KEPT_BYTES) {
            bytes = new ByteArrayOutputStream(512);
        }
    }
}
