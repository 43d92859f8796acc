package vorsprung.processor.store;

import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.domain.timeline.TimelineView;

/** A store of bytes ordered by unsigned comparison of its keys. */
public interface WritableStore extends ReadableStore {

    /** Sets the value at the key. */
    void put(byte[] key, byte[] value);

    /** Removes the key, if it is there. */
    void remove(byte[] key);

    /** A subject's timeline of a family. */
    default <K extends Comparable<K>, V> Timeline<K, V> timeline(TimelineRef<K, V> family, String subject) {
        return family.written(subject, this);
    }

    @Override
    default <K extends Comparable<K>, V> TimelineView<K, V> view(TimelineRef<K, V> family, String subject) {
        return timeline(family, subject);
    }
}
