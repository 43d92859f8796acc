package vorsprung.processor.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes the parts of a key so that comparing the bytes compares the parts, one after the other. A text ends with a
 * zero byte; a zero byte within it is followed by 0xFF, so that no text is another's beginning.
 */
public final class KeyWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    /** A text, ordered by code point. */
    public KeyWriter text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (byte value : encoded) {
            bytes.write(value);
            if (value == 0) {
                bytes.write(0xFF);
            }
        }
        bytes.write(0);
        return this;
    }

    /** A number from 0 to 255. */
    public KeyWriter small(int value) {
        bytes.write(value);
        return this;
    }

    /** A number, negative ones first. */
    public KeyWriter number(long value) {
        long flipped = value ^ Long.MIN_VALUE;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (flipped >>> shift));
        }
        return this;
    }

    /** An instant of whole milliseconds. */
    public KeyWriter instant(Instant instant) {
        return number(instant.toEpochMilli());
    }

    /** Bytes as they are. */
    public KeyWriter raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** The key. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
