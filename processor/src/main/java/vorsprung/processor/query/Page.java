package vorsprung.processor.query;

import java.util.List;
import java.util.Map.Entry;

/**
 * The first entries of a stretch, in its order.
 *
 * @param more whether the stretch goes on after them
 */
public record Page(List<Entry<byte[], byte[]>> entries, boolean more) {
    public Page {
        entries = List.copyOf(entries);
    }
}
