package vorsprung.processor.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.domain.timeline.TimelineView;

/**
 * A family of timelines, one for each subject, within a store: the key is the family's number, the subject, and the
 * timeline's own key. Declared once in {@link Timelines}.
 *
 * @param number tells the family from others in its store; never changed once data was written
 */
public record TimelineRef<K extends Comparable<K>, V>(int number, KeyCodec<K> keys, ValueCodec<V> values) {

    /** The subject's timeline in this store. */
    public Timeline<K, V> of(String subject, WritableStore store) {
        return store.timeline(this, subject);
    }

    /** The subject's timeline as the store itself has it. */
    Timeline<K, V> written(String subject, WritableStore store) {
        return new Written(subject, store);
    }

    /** The subject's timeline in this store, for reading. */
    public TimelineView<K, V> of(String subject, ReadableStore store) {
        return store.view(this, subject);
    }

    /** The subject's timeline as the store itself has it, for reading. */
    TimelineView<K, V> read(String subject, ReadableStore store) {
        return new Read(subject, store);
    }

    /** The subjects of a family that keeps one entry of each, in order. */
    public List<String> subjects(ReadableStore store) {
        List<String> subjects = new ArrayList<>();
        forEachEntry(store, entry -> subjects.add(subject(entry)));
        return subjects;
    }

    /** The same with their entries, in that order. */
    public Map<String, V> bySubject(ReadableStore store) {
        Map<String, V> bySubject = new LinkedHashMap<>();
        forEachEntry(store, entry -> bySubject.put(subject(entry), values.read(entry.getValue())));
        return bySubject;
    }

    /** Shows every value of the family, by subject and key. */
    public void forEachValue(ReadableStore store, Consumer<V> visitor) {
        forEachEntry(store, entry -> visitor.accept(values.read(entry.getValue())));
    }

    private void forEachEntry(ReadableStore store, Consumer<Entry<byte[], byte[]>> visitor) {
        byte[] family = {(byte) number};
        try (Cursor<Entry<byte[], byte[]>> entries = store.ascending(family, after(family))) {
            entries.forEachRemaining(visitor);
        }
    }

    private static String subject(Entry<byte[], byte[]> entry) {
        return new KeyReader(entry.getKey(), 1).text();
    }

    private byte[] prefix(String subject) {
        return new KeyWriter().small(number).text(subject).toBytes();
    }

    /** The least bytes above everything that starts with the prefix. */
    private static byte[] after(byte[] prefix) {
        byte[] next = prefix.clone();
        next[next.length - 1]++;
        return next;
    }

    private class Read implements TimelineView<K, V> {
        private final byte[] prefix;
        private final byte[] end;
        private final ReadableStore store;

        Read(String subject, ReadableStore store) {
            this.prefix = prefix(subject);
            this.end = after(prefix);
            this.store = store;
        }

        @Override
        public Optional<V> get(K key) {
            return store.get(bytes(key)).map(values::read);
        }

        @Override
        public Cursor<Entry<K, V>> ascending(@Nullable K from, @Nullable K to) {
            return new Decoded(store.ascending(from == null ? prefix : bytes(from), to == null ? end : bytes(to)));
        }

        @Override
        public Cursor<Entry<K, V>> descending(@Nullable K from, @Nullable K to) {
            return new Decoded(store.descending(from == null ? prefix : bytes(from), to == null ? end : bytes(to)));
        }

        byte[] bytes(K key) {
            KeyWriter writer = new KeyWriter().raw(prefix);
            keys.write(writer, key);
            return writer.toBytes();
        }

        private final class Decoded implements Cursor<Entry<K, V>> {
            private final Cursor<Entry<byte[], byte[]>> entries;

            Decoded(Cursor<Entry<byte[], byte[]>> entries) {
                this.entries = entries;
            }

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry<K, V> next() {
                Entry<byte[], byte[]> entry = entries.next();
                K key = keys.read(new KeyReader(entry.getKey(), prefix.length));
                return Map.entry(key, values.read(entry.getValue()));
            }

            @Override
            public void close() {
                entries.close();
            }
        }
    }

    private final class Written extends Read implements Timeline<K, V> {
        private final WritableStore store;

        Written(String subject, WritableStore store) {
            super(subject, store);
            this.store = store;
        }

        @Override
        public void put(K key, V value) {
            store.put(bytes(key), values.write(value));
        }

        @Override
        public void remove(K key) {
            store.remove(bytes(key));
        }
    }
}
