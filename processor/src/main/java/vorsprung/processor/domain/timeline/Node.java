package vorsprung.processor.domain.timeline;

/**
 * Key of a block in a {@link SummaryTree}.
 *
 * @param level 0 for the elements themselves, above that blocks of blocks
 * @param start the first key that the block covers; it ends where the next block of its level starts
 */
public record Node<K extends Comparable<K>>(int level, K start) implements Comparable<Node<K>> {

    @Override
    public int compareTo(Node<K> other) {
        int byLevel = Integer.compare(level, other.level);
        return byLevel != 0 ? byLevel : start.compareTo(other.start);
    }
}
