package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;

/** Questions about signals. */
public final class SignalQuery {
    private static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(
                    (Found found) -> found.signal().occurredAt())
            .reversed()
            .thenComparing(found -> found.signal().signalId());

    private final LocalStores stores;

    SignalQuery(LocalStores stores) {
        this.stores = stores;
    }

    /**
     * The signals of these types, those withdrawn among them, the newest first.
     *
     * @param since only causes at or after this valid time
     */
    public List<Found> signals(Set<Signal.Type> types, Optional<Instant> since) {
        Predicate<Found> wanted = found -> types.contains(found.signal().type())
                && since.filter(from -> found.signal().occurredAt().isBefore(from))
                        .isEmpty();
        List<Found> signals = new ArrayList<>();
        for (StoreRef store :
                List.of(Stores.TIMELINES_BY_COMPANY, Stores.TIMELINES_BY_BENCHMARK, Stores.TIMELINES_BY_MODEL)) {
            for (int partition = 0; partition < stores.partitions(); partition++) {
                signals.addAll(read(store, partition, wanted));
            }
        }
        signals.addAll(read(Stores.TIMELINES_OF_PRICE_WARS, 0, wanted));
        signals.sort(NEWEST_FIRST);
        return signals;
    }

    private List<Found> read(StoreRef store, int partition, Predicate<Found> wanted) {
        return stores.read(store, partition, opened -> {
            List<Found> found = new ArrayList<>();
            Timelines.SIGNALS.forEachValue(opened, each -> {
                if (wanted.test(each)) {
                    found.add(each);
                }
            });
            return found;
        });
    }
}
