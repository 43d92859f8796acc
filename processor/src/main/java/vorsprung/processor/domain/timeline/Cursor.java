package vorsprung.processor.domain.timeline;

import java.util.Iterator;

/** Entries one after the other; holds resources of a store until it is closed. */
public interface Cursor<T> extends Iterator<T>, AutoCloseable {
    @Override
    void close();
}
