package vorsprung.processor.query;

import java.util.function.Function;
import vorsprung.processor.store.ReadableStore;

/** One partition of a store for the length of one question, which may read it several times. */
public interface Shard {

    /**
     * What the reader makes of the partition, as it was between two commits.
     *
     * @throws NotReadyException if the partition cannot be asked now
     */
    <T> T read(Function<ReadableStore, T> reader);
}
