package vorsprung.processor.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes a Java record as the Avro state record of the same name, component by component.
 *
 * <p>The first byte is the version of the schema that wrote the value, so that a store outlives a change of its
 * schema: the versions lie beside each other in the resources ({@code Round.v1.avsc}, {@code Round.v2.avsc}), and an
 * old value is resolved against the newest by Avro's rules.
 */
public final class RecordCodec<T extends Record> implements ValueCodec<T> {
    private final List<Schema> versions;
    private final RecordShape shape;
    private final Class<T> type;

    private RecordCodec(Class<T> type, List<Schema> versions) {
        this.type = type;
        this.versions = versions;
        this.shape = RecordShape.of(type, newest());
    }

    /**
     * The codec of this record type.
     *
     * @throws IllegalArgumentException if the newest schema and the record's components do not match
     */
    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type, StateSchemas.versions(type.getSimpleName()));
    }

    @Override
    public byte[] write(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        bytes.write(versions.size());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            shape.write(encoder, value);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public T read(byte[] bytes) {
        int version = bytes[0];
        BinaryDecoder binary = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null);
        try {
            return Objects.requireNonNull(type.cast(shape.read(decoder(version, binary))));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    private Decoder decoder(int version, BinaryDecoder binary) throws IOException {
        if (version == versions.size()) {
            return binary;
        }
        if (version < 1 || version > versions.size()) {
            throw new IOException(
                    "written by version " + version + " of its schema, known are 1 to " + versions.size());
        }
        return DecoderFactory.get().resolvingDecoder(versions.get(version - 1), newest(), binary);
    }

    private Schema newest() {
        return versions.get(versions.size() - 1);
    }
}
