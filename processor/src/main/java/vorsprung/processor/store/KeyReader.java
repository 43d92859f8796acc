package vorsprung.processor.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link KeyWriter} wrote, part by part. */
public final class KeyReader {
    private final ByteBuffer bytes;

    public KeyReader(byte[] key, int from) {
        bytes = ByteBuffer.wrap(key, from, key.length - from);
    }

    /** The next text. */
    public String text() {
        int start = bytes.position();
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        boolean plain = end + 1 >= bytes.limit() || bytes.get(end + 1) != (byte) 0xFF;
        if (plain) {
            bytes.position(end + 1);
            return new String(bytes.array(), start, end - start, StandardCharsets.UTF_8);
        }
        return escapedText();
    }

    /** The next number from 0 to 255. */
    public int small() {
        return Byte.toUnsignedInt(bytes.get());
    }

    /** The next number. */
    public long number() {
        return bytes.getLong() ^ Long.MIN_VALUE;
    }

    /** The next instant. */
    public Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    private String escapedText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            byte value = bytes.get();
            if (value == 0) {
                if (!bytes.hasRemaining() || bytes.get(bytes.position()) != (byte) 0xFF) {
                    return text.toString(StandardCharsets.UTF_8);
                }
                bytes.get();
            }
            text.write(value);
        }
    }
}
