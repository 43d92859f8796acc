package vorsprung.processor.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.ReadableStore;

/**
 * One partition of a store on another instance, read in pages that are kept for the length of one question.
 *
 * <p>Who reads one subject after the other misses in one family of keys again and again. So each further miss in a
 * family reads further ahead: a list costs a few large pages, not some seeks for each subject.
 */
final class PagedStore implements ReadableStore {
    private static final int FIRST_BYTES = 8 << 10;
    private static final int MOST_BYTES = 512 << 10;

    private final Function<List<Stretch>, PagesAnswer> source;
    private final NavigableMap<byte[], byte[]> known = new TreeMap<>(Arrays::compareUnsigned);
    private final Covered covered = new Covered();
    private final Map<Byte, Integer> misses = new HashMap<>();
    private @Nullable String position;
    private boolean changed;

    PagedStore(Function<List<Stretch>, PagesAnswer> source) {
        this.source = source;
    }

    /** Begins a reading: forgets that there were changes, not what is known. */
    void begin() {
        changed = false;
    }

    /** Whether a commit lay between two of the pages since the reading began, so that they may not fit together. */
    boolean hasChanged() {
        return changed;
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        while (covered.endAfter(key).isEmpty()) {
            fetchAscending(key, next(key));
        }
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return new Ascending(from, to);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return new Descending(from, to);
    }

    private void fetchAscending(byte[] from, byte[] to) {
        fetch(List.of(forward(from, to)));
    }

    /** Backwards, and from the second miss on forwards as well, since the next subject's entries follow. */
    private void fetchDescending(byte[] from, byte[] to) {
        Stretch forward = forward(from, to);
        Stretch backward = new Stretch(from, to, true, FIRST_BYTES);
        fetch(forward.mostBytes() > FIRST_BYTES ? List.of(forward, backward) : List.of(backward));
    }

    private Stretch forward(byte[] from, byte[] to) {
        int before = from.length == 0 ? 0 : misses.merge(from[0], 1, Integer::sum) - 1;
        int bytes = (int) Math.min(MOST_BYTES, (long) FIRST_BYTES << Math.min(before, 16));
        return new Stretch(from, before == 0 ? to : further(to, family(from)), false, bytes);
    }

    private static byte[] further(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b) >= 0 ? a : b;
    }

    /** The least bytes above every key of the family that this key is of. */
    private static byte[] family(byte[] key) {
        return new byte[] {(byte) (key[0] + 1)};
    }

    private static byte[] next(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    private void fetch(List<Stretch> stretches) {
        PagesAnswer answer = source.apply(stretches);
        if (!answer.position().equals(position)) {
            changed |= position != null;
            known.clear();
            covered.clear();
            position = answer.position();
        }
        for (int i = 0; i < stretches.size(); i++) {
            learn(stretches.get(i), answer.pages().get(i));
        }
    }

    private void learn(Stretch stretch, Page page) {
        page.entries().forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        List<Entry<byte[], byte[]>> entries = page.entries();
        byte[] last = page.more() ? entries.get(entries.size() - 1).getKey() : new byte[0];
        if (!page.more()) {
            covered.add(stretch.from(), stretch.to());
        } else if (stretch.descending()) {
            covered.add(last, stretch.to());
        } else {
            covered.add(stretch.from(), next(last));
        }
    }

    private abstract static class Ahead implements Cursor<Entry<byte[], byte[]>> {
        private @Nullable Entry<byte[], byte[]> next;

        /** The entry after the last one; null at the end. */
        abstract @Nullable Entry<byte[], byte[]> advance();

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = advance();
            }
            return next != null;
        }

        @Override
        public Entry<byte[], byte[]> next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException("the cursor is at its end");
            }
            Entry<byte[], byte[]> current = next;
            next = null;
            return current;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private final class Ascending extends Ahead {
        private final byte[] to;
        private byte[] at;

        Ascending(byte[] from, byte[] to) {
            this.at = from;
            this.to = to;
        }

        @Override
        @Nullable Entry<byte[], byte[]> advance() {
            while (Arrays.compareUnsigned(at, to) < 0) {
                Optional<byte[]> end = covered.endAfter(at);
                if (end.isEmpty()) {
                    fetchAscending(at, to);
                    continue;
                }
                byte[] bound = Arrays.compareUnsigned(end.get(), to) < 0 ? end.get() : to;
                Entry<byte[], byte[]> entry = known.ceilingEntry(at);
                if (entry != null && Arrays.compareUnsigned(entry.getKey(), bound) < 0) {
                    at = PagedStore.next(entry.getKey());
                    return entry;
                }
                at = bound;
            }
            return null;
        }
    }

    private final class Descending extends Ahead {
        private final byte[] from;
        private byte[] below;

        Descending(byte[] from, byte[] to) {
            this.from = from;
            this.below = to;
        }

        @Override
        @Nullable Entry<byte[], byte[]> advance() {
            while (Arrays.compareUnsigned(from, below) < 0) {
                Optional<byte[]> start = covered.startBelow(below);
                if (start.isEmpty()) {
                    fetchDescending(from, below);
                    continue;
                }
                byte[] bound = further(start.get(), from);
                Entry<byte[], byte[]> entry = known.lowerEntry(below);
                if (entry != null && Arrays.compareUnsigned(entry.getKey(), bound) >= 0) {
                    below = entry.getKey();
                    return entry;
                }
                below = bound;
            }
            return null;
        }
    }
}
