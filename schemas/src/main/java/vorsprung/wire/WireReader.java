package vorsprung.wire;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads records, whichever version of their schema wrote them. Safe for use by many threads. */
final class WireReader<T extends SpecificRecord> {
    private static final DecoderFactory DECODERS = DecoderFactory.get();

    private final WireSettings settings;
    private final WriterSchemas<T> schemas;
    private final ThreadLocal<BinaryDecoder> decoders =
            ThreadLocal.withInitial(() -> DECODERS.binaryDecoder(new byte[0], null));

    WireReader(SchemaRegistry registry, WireSettings settings) {
        this.settings = settings;
        this.schemas = new WriterSchemas<>(registry, settings.type());
    }

    /** The record in these bytes. */
    T read(String topic, byte[] bytes, int offset, int length) {
        checkHeader(topic, bytes, offset, length);
        int id = WireFormat.id(bytes, offset);
        DatumReader<T> reader = reader(topic, id);
        BinaryDecoder decoder = DECODERS.binaryDecoder(
                bytes, offset + WireFormat.HEADER_BYTES, length - WireFormat.HEADER_BYTES, decoders.get());
        T record = decode(topic, id, reader, decoder, length);
        if (decoder.remainingBytes() > 0) {
            String found = decoder.remainingBytes() + " bytes are left over after the record of schema id " + id;
            throw unreadable(topic, found + "; were two records joined?", null);
        }
        return record;
    }

    private void checkHeader(String topic, byte[] bytes, int offset, int length) {
        if (length > 0 && bytes[offset] != WireFormat.MAGIC) {
            String found = String.format("it starts with 0x%02x, not with 0x00", bytes[offset]);
            throw unreadable(topic, found + "; was it written without a schema registry, as JSON say?", null);
        }
        if (length < WireFormat.HEADER_BYTES) {
            throw unreadable(topic, "it has " + length + " bytes, and the header alone takes 5", null);
        }
    }

    private DatumReader<T> reader(String topic, int id) {
        WriterSchema<T> schema = schema(topic, id);
        String expected = settings.isKey() || settings.type() != null ? null : TopicRecords.on(topic);
        if (expected != null && !expected.equals(schema.name())) {
            throw unreadable(topic, "it was written as " + schema.name() + ", not as " + expected, null);
        }
        if (schema.reader() == null) {
            throw unreadable(topic, schema.fault() + " (schema id " + id + ")", null);
        }
        return schema.reader();
    }

    private WriterSchema<T> schema(String topic, int id) {
        try {
            return schemas.get(id);
        } catch (UnknownSchemaException e) {
            throw unreadable(topic, String.valueOf(e.getMessage()), e);
        }
    }

    // Avro reports bytes that make no sense by a dozen kinds of RuntimeException; none says anything about us.
    private T decode(String topic, int id, DatumReader<T> reader, BinaryDecoder decoder, int length) {
        try {
            return reader.read(null, decoder);
        } catch (EOFException e) {
            String found = "its " + length + " bytes are cut off within the record of schema id " + id;
            throw unreadable(topic, found, e);
        } catch (SecurityException e) {
            throw e; // Avro mistrusts a class of ours: a fault of this process, not of the record.
        } catch (IOException | RuntimeException e) {
            throw unreadable(topic, "its bytes are no record of schema id " + id + ": " + e.getMessage(), e);
        }
    }

    private UnreadableRecordException unreadable(String topic, String found, @Nullable Throwable cause) {
        String what = settings.isKey() ? "key" : "value";
        String message = "cannot read a " + what + " on topic " + topic + ": " + found;
        return new UnreadableRecordException(message, cause);
    }
}
