package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;

/** The stores of all instances: what is not here is read from its holder, what needs all partitions from all of them. */
public final class ClusterStores implements MarketStores, AutoCloseable {
    private static final int THREADS = 32;
    private static final String THREAD_NAME = "gather";

    private final Parts parts;
    private final ExecutorService threads;

    /**
     * What it is made of.
     *
     * @param local the stores here
     * @param cluster who holds what
     * @param peers asks them
     */
    public record Parts(LocalStores local, Cluster cluster, Peers peers) {}

    public ClusterStores(Parts parts) {
        this.parts = parts;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, THREAD_NAME);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int partitions() {
        return parts.local().partitions();
    }

    @Override
    public CurrentTerms terms() {
        return parts.local().terms();
    }

    @Override
    public <T> T read(StoreRef store, int partition, Function<ReadableStore, T> reader) {
        return shard(store, partition, terms().get()).read(reader);
    }

    @Override
    public <T> List<T> gather(StoreRef store, Function<Shard, T> reader) {
        Terms asked = terms().get();
        List<FutureTask<T>> asking = new ArrayList<>();
        for (int partition = 0; partition < partitions(); partition++) {
            Shard shard = shard(store, partition, asked);
            asking.add(new FutureTask<>(() -> terms().under(asked, () -> reader.apply(shard))));
        }
        for (int partition = 0; partition < partitions(); partition++) {
            if (isElsewhere(store, partition)) {
                threads.execute(asking.get(partition));
            }
        }
        // Those here are read meanwhile; a task that runs already does nothing when it is run again. Whichever thread
        // is
        // free first takes one, so a pool that is busy holds nobody up.
        asking.forEach(FutureTask::run);
        return all(asking);
    }

    /** Ends its threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Shard shard(StoreRef store, int partition, Terms asked) {
        return new ClusterShard(parts, store, partition, asked);
    }

    private boolean isElsewhere(StoreRef store, int partition) {
        return !parts.cluster()
                .holders(store, partition)
                .isActive(parts.cluster().self());
    }

    private static <T> List<T> all(List<FutureTask<T>> asking) {
        List<T> answers = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (Future<T> each : asking) {
            try {
                answers.add(each.get());
            } catch (ExecutionException e) {
                missing.addAll(missing(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the partitions were asked", e);
            }
        }
        if (!missing.isEmpty()) {
            throw new NotReadyException(missing);
        }
        return answers;
    }

    private static List<Missing> missing(ExecutionException e) {
        if (e.getCause() instanceof NotReadyException notReady) {
            return notReady.missing();
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
