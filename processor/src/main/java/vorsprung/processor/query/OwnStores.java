package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;

/**
 * Only what this instance is active for: every partition is some instance's own, so that what each tells of its own adds
 * up to the whole, once.
 */
public final class OwnStores implements MarketStores {
    private final LocalStores local;
    private final Cluster cluster;

    public OwnStores(LocalStores local, Cluster cluster) {
        this.local = local;
        this.cluster = cluster;
    }

    @Override
    public int partitions() {
        return local.partitions();
    }

    @Override
    public CurrentTerms terms() {
        return local.terms();
    }

    @Override
    public <T> T read(StoreRef store, int partition, Function<ReadableStore, T> reader) {
        return local.read(store, partition, reader);
    }

    /** What the reader makes of each partition of a store that is this instance's own. */
    @Override
    public <T> List<T> gather(StoreRef store, Function<Shard, T> reader) {
        List<T> parts = new ArrayList<>();
        for (int partition = 0; partition < partitions(); partition++) {
            if (cluster.holders(store, partition).isActive(cluster.self())) {
                parts.add(reader.apply(local.shard(store, partition)));
            }
        }
        return parts;
    }
}
