package vorsprung.processor.domain.timeline;

import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sums over any stretch of a timeline in logarithmic time, also when an element comes late.
 *
 * <p>The elements are level 0. A block of level <i>n</i> covers about 32 blocks of the level below and holds their
 * summary; which keys start a block is decided by a hash of the key, so the nodes depend on the elements alone and not
 * on the order in which they came and went (a skip list with its towers drawn by the key). A late element touches one
 * block of each level, or cuts it in two.
 */
public final class SummaryTree<K extends Comparable<K>, S extends Summary<S>> {
    private static final int BITS_PER_LEVEL = 5;
    private static final int HIGHEST_LEVEL = 9;

    private final Timeline<Node<K>, S> nodes;
    private final K first;
    private final S nothing;
    private final ToLongFunction<K> hash;

    /**
     * A tree over the given nodes.
     *
     * @param first a key before every element
     * @param nothing the summary of no elements
     * @param hash well mixed, and the same for a key for ever: blocks in a store rest on it
     */
    public SummaryTree(Timeline<Node<K>, S> nodes, K first, S nothing, ToLongFunction<K> hash) {
        this.nodes = nodes;
        this.first = first;
        this.nothing = nothing;
        this.hash = hash;
    }

    /** Sets what the element at this key amounts to. */
    public void put(K key, S element) {
        int height = height();
        boolean append = isAfterAll(key);
        nodes.put(new Node<>(0, key), element);
        for (int level = 1; level <= Math.max(height, rank(key)); level++) {
            if (append && level <= height) {
                append(level, key, element);
            } else {
                restate(level, key);
            }
        }
    }

    /** Removes the element at this key, if there is one. */
    public void remove(K key) {
        nodes.remove(new Node<>(0, key));
        int height = height();
        for (int level = 1; level <= height; level++) {
            if (level <= rank(key)) {
                nodes.remove(new Node<>(level, key));
            }
            sumUp(level, lastStartBefore(level, key));
        }
        dropLevelsOfOneBlock(height);
    }

    /** What the elements from {@code from} (inclusive) to {@code to} (exclusive) amount to. */
    public S between(K from, K to) {
        return between(0, from, to);
    }

    /** What the elements before the bound amount to. */
    public S before(K to) {
        return between(first, to);
    }

    /** The elements from {@code from} (inclusive; null: the first) to {@code to} (exclusive), in order. */
    public Cursor<Entry<Node<K>, S>> elements(@Nullable K from, K to) {
        return nodes.ascending(new Node<>(0, from == null ? first : from), new Node<>(0, to));
    }

    /** Climbs from the edges, where a level has less than a block, to the level at which no whole block lies between. */
    private S between(int level, K from, K to) {
        K start = startAtOrAfter(level + 1, from).orElse(to);
        K end = lastStartBefore(level + 1, to);
        if (start.compareTo(end) >= 0) {
            return sum(level, from, to);
        }
        return sum(level, from, start).then(between(level + 1, start, end)).then(sum(level, end, to));
    }

    private void append(int level, K key, S element) {
        if (level <= rank(key)) {
            nodes.put(new Node<>(level, key), element);
        } else {
            Node<K> block = new Node<>(level, lastStartBefore(level, key));
            nodes.put(block, nodes.get(block).orElse(nothing).then(element));
        }
    }

    /** The key's own block comes first, because the one before it ends where this starts. */
    private void restate(int level, K key) {
        if (level <= rank(key)) {
            sumUp(level, key);
        }
        sumUp(level, lastStartBefore(level, key));
    }

    private void sumUp(int level, K start) {
        Node<K> end = startAfter(level, start)
                .map(next -> new Node<>(level - 1, next))
                .orElseGet(() -> new Node<>(level, first));
        nodes.put(new Node<>(level, start), sum(new Node<>(level - 1, start), end));
    }

    private void dropLevelsOfOneBlock(int height) {
        for (int level = height; level > 0 && startAfter(level, first).isEmpty(); level--) {
            nodes.remove(new Node<>(level, first));
        }
    }

    private S sum(int level, K from, K to) {
        return from.compareTo(to) < 0 ? sum(new Node<>(level, from), new Node<>(level, to)) : nothing;
    }

    private S sum(Node<K> from, Node<K> to) {
        S sum = nothing;
        try (Cursor<Entry<Node<K>, S>> blocks = nodes.ascending(from, to)) {
            while (blocks.hasNext()) {
                sum = sum.then(blocks.next().getValue());
            }
        }
        return sum;
    }

    private K lastStartBefore(int level, K key) {
        try (Cursor<Entry<Node<K>, S>> blocks = nodes.descending(new Node<>(level, first), new Node<>(level, key))) {
            return blocks.hasNext() ? blocks.next().getKey().start() : first;
        }
    }

    private Optional<K> startAtOrAfter(int level, K key) {
        try (Cursor<Entry<Node<K>, S>> blocks = from(level, key)) {
            return blocks.hasNext() ? Optional.of(blocks.next().getKey().start()) : Optional.empty();
        }
    }

    private Optional<K> startAfter(int level, K key) {
        try (Cursor<Entry<Node<K>, S>> blocks = from(level, key)) {
            Optional<K> start = Optional.empty();
            while (blocks.hasNext() && start.isEmpty()) {
                start = Optional.of(blocks.next().getKey().start()).filter(next -> next.compareTo(key) > 0);
            }
            return start;
        }
    }

    private boolean isAfterAll(K key) {
        return startAtOrAfter(0, key).isEmpty();
    }

    private Cursor<Entry<Node<K>, S>> from(int level, K key) {
        return nodes.ascending(new Node<>(level, key), new Node<>(level + 1, first));
    }

    private int height() {
        return nodes.last().map(entry -> entry.getKey().level()).orElse(0);
    }

    private int rank(K key) {
        return Math.min(Long.numberOfTrailingZeros(hash.applyAsLong(key)) / BITS_PER_LEVEL, HIGHEST_LEVEL);
    }
}
