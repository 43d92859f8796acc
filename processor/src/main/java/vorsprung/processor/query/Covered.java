package vorsprung.processor.query;

import java.util.Arrays;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which stretches of keys are known as a whole: half-open intervals, none touching another. */
final class Covered {
    private final NavigableMap<byte[], byte[]> endByStart = new TreeMap<>(Arrays::compareUnsigned);

    void clear() {
        endByStart.clear();
    }

    /** From now on everything from {@code from} (inclusive) to {@code to} (exclusive) is known. */
    void add(byte[] from, byte[] to) {
        byte[] start = from;
        byte[] end = to;
        Entry<byte[], byte[]> before = endByStart.floorEntry(from);
        if (before != null && Arrays.compareUnsigned(before.getValue(), from) >= 0) {
            start = before.getKey();
        }
        NavigableMap<byte[], byte[]> swallowed = endByStart.subMap(start, true, to, true);
        for (byte[] other : swallowed.values()) {
            end = Arrays.compareUnsigned(other, end) > 0 ? other : end;
        }
        swallowed.clear();
        endByStart.put(start, end);
    }

    /** The end of the known stretch that this key is in. */
    Optional<byte[]> endAfter(byte[] key) {
        return Optional.ofNullable(endByStart.floorEntry(key))
                .map(Entry::getValue)
                .filter(end -> Arrays.compareUnsigned(end, key) > 0);
    }

    /** The start of the known stretch that holds what is just below this key. */
    Optional<byte[]> startBelow(byte[] key) {
        return Optional.ofNullable(endByStart.lowerEntry(key))
                .filter(stretch -> Arrays.compareUnsigned(stretch.getValue(), key) >= 0)
                .map(Entry::getKey);
    }
}
