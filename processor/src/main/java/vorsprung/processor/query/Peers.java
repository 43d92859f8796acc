package vorsprung.processor.query;

import java.time.Duration;

/** Asks other instances for what their own stores hold. They answer from those alone and never ask further. */
public interface Peers {

    /**
     * Pages of a partition of a peer's store.
     *
     * @throws NotReadyException if the peer does not answer within this time, or does not hold the partition as asked
     */
    PagesAnswer pages(Peer peer, PagesRequest request, Duration patience);
}
