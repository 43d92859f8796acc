package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;

/** The state stores on this instance. */
public final class LocalStores implements MarketStores {
    private static final int TRIES = 8;

    private final Streams streams;
    private final int partitions;
    private final CurrentTerms terms = new CurrentTerms();

    /**
     * The stores of these streams.
     *
     * @param partitions number of partitions that all event topics have
     */
    public LocalStores(Streams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public CurrentTerms terms() {
        return terms;
    }

    /**
     * What the reader makes of one partition of a store that this instance is active for.
     *
     * <p>A question takes several seeks. When a commit falls between them the answers may not fit together, so it is
     * asked again; a partition that commits all the time is answered from the last try.
     */
    @Override
    public <T> T read(StoreRef store, int partition, Function<ReadableStore, T> reader) {
        return read(store, partition, QueriedStore.Role.ACTIVE, reader);
    }

    /** The same of a partition that this instance has in any role: as a standby, or while it is being restored. */
    <T> T readCopy(StoreRef store, int partition, Function<ReadableStore, T> reader) {
        return read(store, partition, QueriedStore.Role.ANY, reader);
    }

    <T> T read(StoreRef store, int partition, QueriedStore.Role role, Function<? super QueriedStore, T> reader) {
        for (int left = TRIES; ; left--) {
            QueriedStore queried = new QueriedStore(streams, store.name(), partition, role);
            T answer = reader.apply(queried);
            if (!queried.hasChanged() || left == 1) {
                return answer;
            }
        }
    }

    @Override
    public <T> List<T> gather(StoreRef store, Function<Shard, T> reader) {
        List<T> parts = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            parts.add(reader.apply(shard(store, partition)));
        }
        return parts;
    }

    /** A partition that this instance is active for. */
    Shard shard(StoreRef store, int partition) {
        return new Shard() {
            @Override
            public <T> T read(Function<ReadableStore, T> reader) {
                return LocalStores.this.read(store, partition, reader);
            }
        };
    }
}
