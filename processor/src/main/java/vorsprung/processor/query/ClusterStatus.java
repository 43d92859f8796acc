package vorsprung.processor.query;

import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How all instances stand: what each says of itself, asked at once. */
public final class ClusterStatus {
    private final Supplier<Status> own;
    private final Cluster cluster;
    private final Function<Peer, CompletableFuture<Optional<Status>>> peers;

    /**
     * Asks this instance and its peers.
     *
     * @param peers what a peer says of itself; empty when it does not answer in time
     */
    public ClusterStatus(
            Supplier<Status> own, Cluster cluster, Function<Peer, CompletableFuture<Optional<Status>>> peers) {
        this.own = own;
        this.cluster = cluster;
        this.peers = peers;
    }

    /** How they stand now; an instance that does not answer is named as one that cannot be reached. */
    public Status status() {
        Map<Peer, CompletableFuture<Optional<Status>>> asked = cluster.peers().stream()
                .filter(peer -> !peer.equals(cluster.self()))
                .collect(Collectors.toMap(Function.identity(), peers));
        Status status = own.get();
        for (Entry<Peer, CompletableFuture<Optional<Status>>> each : asked.entrySet()) {
            Status soFar = status;
            status = each.getValue().join().map(soFar::and).orElseGet(() -> soFar.andSilent(each.getKey()));
        }
        return status;
    }
}
