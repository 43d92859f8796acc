package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who holds a partition of a store, as the group last said. That may be out of date: only the holder itself knows.
 *
 * @param active processes it, and answers fresh
 * @param standbys keep copies
 */
public record Holders(Optional<Peer> active, List<Peer> standbys) {
    /** Nobody is known. */
    public static final Holders NOBODY = new Holders(Optional.empty(), List.of());

    public Holders {
        standbys = List.copyOf(standbys);
    }

    boolean isActive(Peer peer) {
        return active.filter(peer::equals).isPresent();
    }

    /** All of them, the active one first. */
    List<Peer> all() {
        List<Peer> all = new ArrayList<>();
        active.ifPresent(all::add);
        standbys.stream().filter(standby -> !isActive(standby)).forEach(all::add);
        return all;
    }
}
