package vorsprung.processor.domain.timeline;

import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sums over any stretch of a timeline in logarithmic time, also when an element comes late.
 *
 * <p>The elements are level 0. A block of level <i>n</i> covers about 32 blocks of the level below and holds their
 * summary; which keys start a block is decided by a hash of the key, so the blocks depend on the set of elements and
 * not on the order in which they came (a skip list with its towers drawn by the key). A late element touches one block
 * of each level.
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
            sumUp(level, startOfBlock(level, key));
        }
    }

    /** What the elements from {@code from} (inclusive) to {@code to} (exclusive) amount to. */
    public S between(K from, K to) {
        return from.compareTo(to) < 0 ? between(height(), from, to) : nothing;
    }

    /** What the elements before the bound amount to. */
    public S before(K to) {
        return between(first, to);
    }

    /** The elements from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    public Cursor<Entry<Node<K>, S>> elements(@Nullable K from, K to) {
        return nodes.ascending(new Node<>(0, from == null ? first : from), new Node<>(0, to));
    }

    /** The elements before {@code to}, the last first. */
    public Cursor<Entry<Node<K>, S>> elementsBackwards(K to) {
        return nodes.descending(new Node<>(0, first), new Node<>(0, to));
    }

    private S between(int level, K from, K to) {
        if (level == 0) {
            return sum(0, from, to);
        }
        K start = startOfBlock(level, from);
        K firstWhole =
                start.compareTo(from) == 0 ? from : nextStart(level, start).orElse(to);
        K lastStart = lastStartBefore(level, to);
        if (firstWhole.compareTo(lastStart) >= 0) {
            return acrossOneEdge(level, from, firstWhole, to);
        }
        S head = between(level - 1, from, firstWhole);
        return head.then(sum(level, firstWhole, lastStart)).then(between(level - 1, lastStart, to));
    }

    private S acrossOneEdge(int level, K from, K edge, K to) {
        if (edge.compareTo(from) <= 0 || edge.compareTo(to) >= 0) {
            return between(level - 1, from, to);
        }
        return between(level - 1, from, edge).then(between(level - 1, edge, to));
    }

    private void append(int level, K key, S element) {
        if (level <= rank(key)) {
            nodes.put(new Node<>(level, key), element);
        } else {
            K start = startOfBlock(level, key);
            S before = nodes.get(new Node<>(level, start)).orElse(nothing);
            nodes.put(new Node<>(level, start), before.then(element));
        }
    }

    private void restate(int level, K key) {
        if (level <= rank(key)) {
            sumUp(level, lastStartBefore(level, key));
            sumUp(level, key);
        } else {
            sumUp(level, startOfBlock(level, key));
        }
    }

    /** Sums up the block of this level that starts here, or would. */
    private void sumUp(int level, K start) {
        Optional<K> end = nextStart(level, start);
        boolean startsHere = start.compareTo(first) == 0 || level <= rank(start);
        if (startsHere) {
            nodes.put(new Node<>(level, start), sumOfChildren(level - 1, start, end));
        }
    }

    private S sumOfChildren(int level, K start, Optional<K> end) {
        Node<K> to = end.map(key -> new Node<>(level, key)).orElseGet(() -> new Node<>(level + 1, first));
        return sum(new Node<>(level, start), to);
    }

    private S sum(int level, K from, K to) {
        return sum(new Node<>(level, from), new Node<>(level, to));
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

    private K startOfBlock(int level, K key) {
        Node<K> self = new Node<>(level, key);
        return nodes.get(self).isPresent() ? key : lastStartBefore(level, key);
    }

    private K lastStartBefore(int level, K key) {
        return nodes.lower(new Node<>(level, key))
                .map(Entry::getKey)
                .filter(node -> node.level() == level)
                .map(Node::start)
                .orElse(first);
    }

    private Optional<K> nextStart(int level, K start) {
        try (Cursor<Entry<Node<K>, S>> blocks =
                nodes.ascending(new Node<>(level, start), new Node<>(level + 1, first))) {
            while (blocks.hasNext()) {
                K next = blocks.next().getKey().start();
                if (next.compareTo(start) > 0) {
                    return Optional.of(next);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAfterAll(K key) {
        try (Cursor<Entry<Node<K>, S>> later = nodes.ascending(new Node<>(0, key), new Node<>(1, first))) {
            return !later.hasNext();
        }
    }

    private int height() {
        return nodes.last().map(entry -> entry.getKey().level()).orElse(0);
    }

    private int rank(K key) {
        return Math.min(Long.numberOfTrailingZeros(hash.applyAsLong(key)) / BITS_PER_LEVEL, HIGHEST_LEVEL);
    }
}
