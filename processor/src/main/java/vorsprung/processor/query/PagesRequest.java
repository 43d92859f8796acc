package vorsprung.processor.query;

import java.util.List;

/**
 * Asks for stretches of one partition of a store.
 *
 * @param acceptCopy whether a standby, or an active task that is being restored, may answer
 */
public record PagesRequest(String store, int partition, boolean acceptCopy, List<Stretch> stretches) {
    public PagesRequest {
        stretches = List.copyOf(stretches);
    }
}
