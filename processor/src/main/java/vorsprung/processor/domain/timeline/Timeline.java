package vorsprung.processor.domain.timeline;

/** An ordered map of one subject. */
public interface Timeline<K extends Comparable<K>, V> extends TimelineView<K, V> {

    /** Sets the value at the key. */
    void put(K key, V value);

    /** Removes the key, if it is there. */
    void remove(K key);
}
