package vorsprung.processor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.ReadableStore;

/** Whatever is read through pages, in whatever order and size, is what is there. */
class PagedStorePropertyTest {
    private static final HexFormat HEX = HexFormat.of();

    /** A reading: of one key, or of a stretch, upwards or downwards, of which so many entries are looked at. */
    record Reading(String kind, String from, String to, int most) {}

    @Property(tries = 300)
    void aPagedStoreReadsAsTheStoreItself(
            @ForAll("keys") List<String> keys,
            @ForAll("readings") List<Reading> readings,
            @ForAll("bytes") int pageBytes) {
        NavigableMap<byte[], byte[]> content = new TreeMap<>(Arrays::compareUnsigned);
        keys.forEach(key -> content.put(HEX.parseHex(key), HEX.parseHex(key + "00")));
        PagedStore paged = new PagedStore(stretches -> answer(content, stretches, pageBytes));

        for (Reading reading : readings) {
            assertThat(read(paged, reading)).as(reading.toString()).isEqualTo(expected(content, reading));
        }
        assertThat(paged.hasChanged()).isFalse();
    }

    @Property(tries = 100)
    void aChangeBetweenTwoPagesIsNoticed(@ForAll("keys") List<String> keys) {
        NavigableMap<byte[], byte[]> content = new TreeMap<>(Arrays::compareUnsigned);
        keys.forEach(key -> content.put(HEX.parseHex(key), new byte[1]));
        int[] commits = {0};
        PagedStore paged = new PagedStore(stretches -> new PagesAnswer(
                "commit " + commits[0]++,
                Optional.empty(),
                answer(content, stretches, 1).pages()));

        paged.get(new byte[] {1});
        assertThat(paged.hasChanged()).isFalse();
        paged.get(new byte[] {2});
        assertThat(paged.hasChanged()).isTrue();
        paged.begin();
        assertThat(paged.hasChanged()).isFalse();
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return key().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        return Combinators.combine(
                        Arbitraries.of("get", "up", "down"),
                        key(),
                        key(),
                        Arbitraries.integers().between(0, 70))
                .as(Reading::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Integer> bytes() {
        return Arbitraries.of(1, 5, 40, 1 << 20);
    }

    private static Arbitrary<String> key() {
        return Arbitraries.strings()
                .withChars("0123")
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(text -> "0" + text.charAt(0) + text.substring(1).replaceAll("(.)", "0$1"));
    }

    private static PagesAnswer answer(NavigableMap<byte[], byte[]> content, List<Stretch> stretches, int pageBytes) {
        List<Page> pages = new ArrayList<>();
        for (Stretch stretch : stretches) {
            NavigableMap<byte[], byte[]> part = content.subMap(stretch.from(), true, stretch.to(), false);
            pages.add(
                    page(stretch.descending() ? part.descendingMap() : part, Math.min(pageBytes, stretch.mostBytes())));
        }
        return new PagesAnswer("always the same", Optional.empty(), pages);
    }

    private static Page page(NavigableMap<byte[], byte[]> stretch, int mostBytes) {
        List<Entry<byte[], byte[]>> entries = new ArrayList<>();
        int bytes = 0;
        for (Entry<byte[], byte[]> entry : stretch.entrySet()) {
            if (bytes >= mostBytes && !entries.isEmpty()) {
                return new Page(entries, true);
            }
            entries.add(entry);
            bytes += entry.getKey().length + entry.getValue().length;
        }
        return new Page(entries, false);
    }

    private static List<String> read(ReadableStore store, Reading reading) {
        byte[] from = HEX.parseHex(reading.from());
        byte[] to = HEX.parseHex(reading.to());
        List<String> read = new ArrayList<>();
        if (reading.kind().equals("get")) {
            store.get(from).ifPresent(value -> read.add(HEX.formatHex(value)));
            return read;
        }
        try (Cursor<Entry<byte[], byte[]>> cursor =
                reading.kind().equals("up") ? store.ascending(from, to) : store.descending(from, to)) {
            while (read.size() < reading.most() && cursor.hasNext()) {
                read.add(HEX.formatHex(cursor.next().getValue()));
            }
        }
        return read;
    }

    private static List<String> expected(NavigableMap<byte[], byte[]> content, Reading reading) {
        byte[] from = HEX.parseHex(reading.from());
        byte[] to = HEX.parseHex(reading.to());
        if (reading.kind().equals("get")) {
            return Optional.ofNullable(content.get(from)).map(HEX::formatHex).stream()
                    .toList();
        }
        if (Arrays.compareUnsigned(from, to) > 0) {
            return List.of();
        }
        NavigableMap<byte[], byte[]> part = content.subMap(from, true, to, false);
        return (reading.kind().equals("up") ? part : part.descendingMap())
                .values().stream().limit(reading.most()).map(HEX::formatHex).toList();
    }
}
