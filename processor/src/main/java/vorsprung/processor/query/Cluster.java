package vorsprung.processor.query;

import java.util.List;
import java.util.Optional;
import vorsprung.processor.topology.StoreRef;

/** What an instance knows of the group that it belongs to. */
public interface Cluster {

    /** This instance. */
    Peer self();

    /** Every instance that the group knows, this one among them once it has joined. */
    List<Peer> peers();

    /** Who holds a partition of a store. */
    Holders holders(StoreRef store, int partition);

    /** How far this instance's own copy lags; empty when it has none that was ever seen to hold everything. */
    Optional<Lag> lag(StoreRef store, int partition);
}
