package vorsprung.processor.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;

/**
 * One partition of a store, wherever it is. Asked is this instance, then who is said to be active, then whoever else may be
 * by now; where the terms allow it, copies after that. Who answered is asked first the next time.
 */
final class ClusterShard implements Shard {
    private static final int TRIES = 8;
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(3);

    /** How long an active peer is waited for when a copy may answer in its place. */
    private static final Duration PATIENCE_BESIDE_A_COPY = Duration.ofMillis(120);

    private final ClusterStores.Parts parts;
    private final StoreRef store;
    private final int partition;
    private final Terms terms;
    private final Shard here;

    /** Whom to ask first: this instance, which is quick and knows best whether it is active, until another one answered. */
    private Shard first;

    ClusterShard(ClusterStores.Parts parts, StoreRef store, int partition, Terms terms) {
        this.parts = parts;
        this.store = store;
        this.partition = partition;
        this.terms = terms;
        this.here = parts.local().shard(store, partition);
        this.first = here;
    }

    @Override
    public <T> T read(Function<ReadableStore, T> reader) {
        List<String> reasons = new ArrayList<>();
        Optional<T> answer = attempt(first, reader, reasons);
        if (answer.isPresent()) {
            return answer.get();
        }
        for (Shard shard : others()) {
            answer = attempt(shard, reader, reasons);
            if (answer.isPresent()) {
                first = shard;
                return answer.get();
            }
        }
        throw new NotReadyException(store.name(), partition, String.join("; ", reasons));
    }

    private <T> Optional<T> attempt(Shard shard, Function<ReadableStore, T> reader, List<String> reasons) {
        try {
            return Optional.of(shard.read(reader));
        } catch (NotReadyException e) {
            if (!e.missing().stream().allMatch(this::isThis)) {
                throw e;
            }
            e.missing().forEach(missing -> reasons.add(missing.reason()));
            return Optional.empty();
        }
    }

    /** A reader may read other partitions too; what is missing there is not to be sought here. */
    private boolean isThis(Missing missing) {
        return missing.store().equals(store.name()) && missing.partition() == partition;
    }

    /** From whom else it may be read, in the order in which they are asked. */
    private List<Shard> others() {
        Peer self = parts.cluster().self();
        List<Peer> others = parts.cluster().holders(store, partition).all().stream()
                .filter(peer -> !peer.equals(self))
                .toList();
        List<Shard> shards = new ArrayList<>(first == here ? List.of() : List.of(here));
        others.forEach(peer -> shards.add(new Remote(peer, false)));
        if (terms.allowStale()) {
            shards.add(new LocalCopy());
            others.forEach(peer -> shards.add(new Remote(peer, true)));
        }
        return shards;
    }

    /** This instance's own copy. */
    private final class LocalCopy implements Shard {
        @Override
        public <T> T read(Function<ReadableStore, T> reader) {
            Lag lag = parts.cluster()
                    .lag(store, partition)
                    .orElseThrow(() -> new NotReadyException(
                            store.name(), partition, "there is no copy here of which it is known how far it lags"));
            T answer = parts.local().readCopy(store, partition, reader);
            terms.used(lag);
            return answer;
        }
    }

    /** The partition on another instance. */
    private final class Remote implements Shard {
        private final Peer peer;
        private final boolean acceptCopy;
        private final PagedStore paged = new PagedStore(this::fetch);

        Remote(Peer peer, boolean acceptCopy) {
            this.peer = peer;
            this.acceptCopy = acceptCopy;
        }

        @Override
        public <T> T read(Function<ReadableStore, T> reader) {
            for (int left = TRIES; ; left--) {
                paged.begin();
                T answer = reader.apply(paged);
                if (!paged.hasChanged() || left == 1) {
                    return answer;
                }
            }
        }

        private PagesAnswer fetch(List<Stretch> stretches) {
            PagesRequest request = new PagesRequest(store.name(), partition, acceptCopy, stretches);
            PagesAnswer answer = parts.peers().pages(peer, request, patience());
            answer.lag().ifPresent(terms::used);
            return answer;
        }

        private Duration patience() {
            Duration most = terms.allowStale() && !acceptCopy ? PATIENCE_BESIDE_A_COPY : LONGEST_FETCH;
            return terms.left().compareTo(most) < 0 ? terms.left() : most;
        }
    }
}
