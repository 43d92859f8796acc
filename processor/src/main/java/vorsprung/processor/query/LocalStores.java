package vorsprung.processor.query;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;

/** The state stores on this instance. */
public final class LocalStores {
    private static final int TRIES = 8;

    private final Streams streams;
    private final int partitions;
    private final Ownership ownership;

    /**
     * The stores of these streams.
     *
     * @param partitions number of partitions that all event topics have
     */
    public LocalStores(Streams streams, int partitions) {
        this(streams, partitions, (store, partition) -> true);
    }

    private LocalStores(Streams streams, int partitions, Ownership ownership) {
        this.streams = streams;
        this.partitions = partitions;
        this.ownership = ownership;
    }

    /** The same, with nothing in the partitions that this instance does not own. */
    public LocalStores only(Ownership owned) {
        return new LocalStores(streams, partitions, owned);
    }

    /** Number of partitions of every store. */
    public int partitions() {
        return partitions;
    }

    /** The partition that keeps a subject, by Kafka's own hash of the key. */
    public int partitionOf(String subject) {
        byte[] key = subject.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /**
     * What the reader makes of one partition of a store, as it was between two commits.
     *
     * <p>A question takes several seeks. When a commit falls between them the answers may not fit together, so it is
     * asked again; a partition that commits all the time is answered from the last try.
     *
     * @throws NotReadyException if the partition cannot be asked now
     */
    public <T> T read(StoreRef store, int partition, Function<ReadableStore, T> reader) {
        if (!ownership.owns(store, partition)) {
            return reader.apply(new NoStore());
        }
        for (int left = TRIES; ; left--) {
            QueriedStore queried = new QueriedStore(streams, store.name(), partition);
            T answer = reader.apply(queried);
            if (!queried.hasChanged() || left == 1) {
                return answer;
            }
        }
    }
}
