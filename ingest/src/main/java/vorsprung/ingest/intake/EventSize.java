package vorsprung.ingest.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.event.Source;
import vorsprung.topic.EventType;

/** How many bytes an event takes as a value on its topic. */
final class EventSize {
    private static final int HEADER_BYTES = 5;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final int MOST_BYTES_BESIDE_TEXT = 10;

    private EventSize() {}

    /**
     * The bytes of an event that takes more than the limit; empty for any other.
     *
     * @param most no fewer than it takes: to write every event twice would cost more than all other rules together, and
     *     hardly any comes near the limit
     */
    static OptionalInt beyond(SpecificRecord event, int most, int limit) {
        if (most <= limit) {
            return OptionalInt.empty();
        }
        int bytes = HEADER_BYTES + written(event);
        return bytes > limit ? OptionalInt.of(bytes) : OptionalInt.empty();
    }

    /** No fewer bytes than an event takes whose fields are all unset, with the header before it. */
    static int mostWithoutValues(EventType type) {
        return HEADER_BYTES + MOST_BYTES_BESIDE_TEXT * type.schema().getFields().size();
    }

    /** No fewer bytes than this value of a field takes beyond {@link #mostWithoutValues}. */
    static int most(Object value) {
        if (value instanceof String text) {
            return most(text);
        }
        // Classes before interfaces: whether an Instant is a list takes the virtual machine long to deny.
        if (value instanceof Number || value instanceof Instant || value instanceof Enum<?>) {
            return 0;
        }
        if (value instanceof Source source) {
            return MOST_BYTES_BESIDE_TEXT
                    + most(source.getName())
                    + (source.getUrl() == null ? 0 : most(source.getUrl()));
        }
        if (value instanceof List<?> texts) {
            return MOST_BYTES_BESIDE_TEXT
                    + texts.stream()
                            .mapToInt(text -> most(String.valueOf(text)))
                            .sum();
        }
        return 0;
    }

    private static int most(String text) {
        return MOST_BYTES_BESIDE_TEXT + MOST_BYTES_OF_A_CHARACTER * text.length();
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
