package vorsprung.processor.domain.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** The tree against a plain fold over a sorted map. Its hash makes every second element start a block of the next level. */
class SummaryTreeTest {
    private static final int FIRST = -1;
    private static final int END = 32;

    private MemoryTimeline<Node<Integer>, Text> nodes = new MemoryTimeline<>();
    private SummaryTree<Integer, Text> tree = tree(nodes);

    @BeforeTry
    void startEmpty() {
        nodes = new MemoryTimeline<>();
        tree = tree(nodes);
    }

    /** Not commutative, so that the order of joining is seen. */
    private record Text(String letters) implements Summary<Text> {
        @Override
        public Text then(Text later) {
            return new Text(letters + later.letters);
        }
    }

    /** An element put, or removed when it has no letter. */
    private record Change(int key, String letter) {}

    @Example
    void nothingAmountsToNothing() {
        assertThat(tree.between(0, END)).isEqualTo(new Text(""));
        assertThat(tree.before(END)).isEqualTo(new Text(""));
        assertThat(nodes.entries()).isEmpty();
    }

    @Example
    void fromIsInclusiveAndToIsExclusive() {
        apply(List.of(new Change(1, "a"), new Change(2, "b"), new Change(3, "c")));

        assertThat(tree.between(1, 3)).isEqualTo(new Text("ab"));
        assertThat(tree.before(3)).isEqualTo(new Text("ab"));
        assertThat(tree.between(2, 2)).isEqualTo(new Text(""));
        assertThat(tree.between(3, 1)).isEqualTo(new Text(""));
    }

    @Example
    void anElementInTheMiddleOfABlockSplitsIt() {
        apply(List.of(new Change(1, "a"), new Change(3, "c"), new Change(5, "e"), new Change(2, "b")));

        assertThat(tree.before(END)).isEqualTo(new Text("abce"));
    }

    @Example
    void removingWhatIsNotThereChangesNothing() {
        apply(List.of(new Change(1, "a"), new Change(4, "d")));
        List<Entry<Node<Integer>, Text>> before = nodes.entries();

        tree.remove(2);

        assertThat(nodes.entries()).isEqualTo(before);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyStretchAmountsToWhatItsElementsAddUpTo(@ForAll("changes") List<Change> changes) {
        NavigableMap<Integer, Text> plain = apply(changes);

        for (int from = 0; from <= END; from++) {
            assertThat(tree.before(from)).isEqualTo(sum(plain, FIRST, from));
            for (int to = from; to <= END; to++) {
                assertThat(tree.between(from, to)).isEqualTo(sum(plain, from, to));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyMomentOnTheWayAmountsToWhatWasPutByThen(@ForAll("changes") List<Change> changes) {
        NavigableMap<Integer, Text> plain = new TreeMap<>();

        for (Change change : changes) {
            apply(change, plain);

            assertThat(tree.before(END)).isEqualTo(sum(plain, FIRST, END));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theNodesDependOnTheElementsAndNotOnHowTheyCame(
            @ForAll("changes") List<Change> changes, @ForAll Random random) {
        NavigableMap<Integer, Text> plain = apply(changes);
        List<Integer> shuffled = new ArrayList<>(plain.keySet());
        Collections.shuffle(shuffled, random);

        MemoryTimeline<Node<Integer>, Text> others = new MemoryTimeline<>();
        SummaryTree<Integer, Text> other = tree(others);
        shuffled.forEach(key -> other.put(key, requireNonNull(plain.get(key))));

        assertThat(nodes.entries()).isEqualTo(others.entries());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theElementsAreReadInOrder(@ForAll("changes") List<Change> changes) {
        NavigableMap<Integer, Text> plain = apply(changes);

        for (int to = 0; to <= END; to++) {
            assertThat(keys(tree.elements(null, to)))
                    .isEqualTo(List.copyOf(plain.headMap(to).keySet()));
            assertThat(keys(tree.elements(to, END)))
                    .isEqualTo(List.copyOf(plain.tailMap(to).keySet()));
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, END - 1);
        Arbitrary<String> letters = Arbitraries.of("a", "b", "c", "");
        return Combinators.combine(keys, letters).as(Change::new).list().ofMaxSize(80);
    }

    private NavigableMap<Integer, Text> apply(List<Change> changes) {
        NavigableMap<Integer, Text> plain = new TreeMap<>();
        changes.forEach(change -> apply(change, plain));
        return plain;
    }

    private void apply(Change change, NavigableMap<Integer, Text> plain) {
        if (change.letter.isEmpty()) {
            tree.remove(change.key);
            plain.remove(change.key);
        } else {
            tree.put(change.key, new Text(change.letter));
            plain.put(change.key, new Text(change.letter));
        }
    }

    private static SummaryTree<Integer, Text> tree(Timeline<Node<Integer>, Text> nodes) {
        return new SummaryTree<>(nodes, FIRST, new Text(""), SummaryTreeTest::hash);
    }

    /** Five zeros, one level, for every factor of two in a scrambled key. */
    private static long hash(Integer key) {
        return 1L << (5 * Math.min(6, Integer.numberOfTrailingZeros(key * 37 % END)));
    }

    private static Text sum(NavigableMap<Integer, Text> plain, int from, int to) {
        StringBuilder letters = new StringBuilder();
        plain.subMap(from, true, to, false).values().forEach(text -> letters.append(text.letters));
        return new Text(letters.toString());
    }

    private static List<Integer> keys(Cursor<Entry<Node<Integer>, Text>> cursor) {
        List<Integer> keys = new ArrayList<>();
        try (cursor) {
            cursor.forEachRemaining(entry -> keys.add(entry.getKey().start()));
        }
        return keys;
    }
}
