package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;

/** Pages of the stores on this instance, for its peers. Answers from these stores alone, so nothing goes in circles. */
public final class LocalPages {
    private static final int MOST_BYTES = 1 << 20;

    private final LocalStores stores;
    private final Cluster cluster;

    public LocalPages(LocalStores stores, Cluster cluster) {
        this.stores = stores;
        this.cluster = cluster;
    }

    /**
     * A page of each stretch, all of one commit where that can be had.
     *
     * @throws NotReadyException if this instance does not hold the partition as asked
     */
    public PagesAnswer answer(PagesRequest request) {
        StoreRef store = Stores.all().stream()
                .filter(each -> each.name().equals(request.store()))
                .findFirst()
                .orElseThrow(() ->
                        new NotReadyException(request.store(), request.partition(), "there is no such store here"));
        try {
            return answer(store, request, QueriedStore.Role.ACTIVE, Optional.empty());
        } catch (NotReadyException e) {
            if (!request.acceptCopy()) {
                throw e;
            }
            return answer(store, request, QueriedStore.Role.ANY, Optional.of(lag(store, request.partition())));
        }
    }

    private Lag lag(StoreRef store, int partition) {
        return cluster.lag(store, partition)
                .orElseThrow(() -> new NotReadyException(
                        store.name(), partition, "there is no copy here of which it is known how far it lags"));
    }

    private PagesAnswer answer(StoreRef store, PagesRequest request, QueriedStore.Role role, Optional<Lag> lag) {
        return stores.read(store, request.partition(), role, opened -> {
            List<Page> pages = new ArrayList<>();
            request.stretches().forEach(stretch -> pages.add(page(stretch, opened)));
            return new PagesAnswer(opened.position(), lag, pages);
        });
    }

    private static Page page(Stretch stretch, ReadableStore store) {
        List<Entry<byte[], byte[]>> entries = new ArrayList<>();
        int budget = Math.min(stretch.mostBytes(), MOST_BYTES);
        int bytes = 0;
        try (Cursor<Entry<byte[], byte[]>> cursor = open(stretch, store)) {
            while (cursor.hasNext()) {
                if (bytes >= budget && !entries.isEmpty()) {
                    return new Page(entries, true);
                }
                Entry<byte[], byte[]> entry = cursor.next();
                entries.add(entry);
                bytes += entry.getKey().length + entry.getValue().length;
            }
        }
        return new Page(entries, false);
    }

    private static Cursor<Entry<byte[], byte[]>> open(Stretch stretch, ReadableStore store) {
        return stretch.descending()
                ? store.descending(stretch.from(), stretch.to())
                : store.ascending(stretch.from(), stretch.to());
    }
}
