package vorsprung.processor.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes the parts of a key so that comparing the bytes compares the parts, one after the other. A text ends with a
 * zero byte; a zero byte within it is followed by 0xFF, so that no text is another's beginning.
 */
public final class KeyWriter {
    private static final int USUAL_BYTES = 96;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int length;

    /** A text, ordered by code point. */
    public KeyWriter text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ensure(2 * encoded.length + 1);
        for (byte value : encoded) {
            bytes[length++] = value;
            if (value == 0) {
                bytes[length++] = (byte) 0xFF;
            }
        }
        bytes[length++] = 0;
        return this;
    }

    /** A number from 0 to 255. */
    public KeyWriter small(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** A number, negative ones first. */
    public KeyWriter number(long value) {
        ensure(Long.BYTES);
        long flipped = value ^ Long.MIN_VALUE;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (flipped >>> shift);
        }
        return this;
    }

    /** An instant of whole milliseconds. */
    public KeyWriter instant(Instant instant) {
        return number(instant.toEpochMilli());
    }

    /** Bytes as they are. */
    public KeyWriter raw(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** The key. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
