package vorsprung.ingest.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How many bytes an event takes as a value on its topic. */
final class EventSize {
    private static final int HEADER_BYTES = 5;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final int MOST_BYTES_BESIDE_TEXT = 10;

    private EventSize() {}

    /** The bytes of an event that takes more than the limit; empty for any other. */
    static OptionalInt beyond(SpecificRecord event, int limit) {
        // To write every event twice would cost more than all other rules together, and hardly any comes near.
        if (HEADER_BYTES + most(event) <= limit) {
            return OptionalInt.empty();
        }
        int bytes = HEADER_BYTES + written(event);
        return bytes > limit ? OptionalInt.of(bytes) : OptionalInt.empty();
    }

    private static int most(@Nullable Object value) {
        int bytes = MOST_BYTES_BESIDE_TEXT;
        // Classes before interfaces: whether an Instant is a collection takes the virtual machine long to deny.
        if (value == null || value instanceof Number || value instanceof Instant || value instanceof Enum<?>) {
            return bytes;
        }
        if (value instanceof String text) {
            bytes += MOST_BYTES_OF_A_CHARACTER * text.length();
        } else if (value instanceof Collection<?> list) {
            for (Object entry : list) {
                bytes += most(entry);
            }
        } else if (value instanceof SpecificRecord record) {
            for (Schema.Field field : record.getSchema().getFields()) {
                bytes += most(record.get(field.pos()));
            }
        }
        return bytes;
    }

    private static int written(SpecificRecord event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
