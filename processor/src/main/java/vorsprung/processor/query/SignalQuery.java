package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;

/** Questions about signals. */
public final class SignalQuery {
    private static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(
                    (Found found) -> found.signal().occurredAt())
            .reversed()
            .thenComparing(found -> found.signal().signalId());

    private final MarketStores stores;

    SignalQuery(MarketStores stores) {
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
            stores.gather(store, shard -> shard.read(opened -> found(opened, wanted)))
                    .forEach(signals::addAll);
        }
        signals.addAll(stores.read(Stores.TIMELINES_OF_PRICE_WARS, 0, opened -> found(opened, wanted)));
        signals.sort(NEWEST_FIRST);
        return signals;
    }

    private static List<Found> found(ReadableStore opened, Predicate<Found> wanted) {
        Map<String, Found> holding = new HashMap<>();
        Timelines.SIGNALS.forEachValue(
                opened, each -> holding.merge(each.signal().signalId(), each, SignalQuery::holding));
        return holding.values().stream().filter(wanted).toList();
    }

    /** A signal whose cause moved in time was withdrawn where it stood before: where it stands now holds. */
    private static Found holding(Found one, Found other) {
        if (one.withdrawn() != other.withdrawn()) {
            return one.withdrawn() ? other : one;
        }
        return NEWEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
