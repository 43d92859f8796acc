package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Optional;

/** Is told of each standing that a change of a result made, rewrote or removed, in order of time. */
@FunctionalInterface
public interface StandingChanges {

    /** For those who need none of them. */
    StandingChanges UNHEARD = (at, before, after) -> {};

    /**
     * One standing is not what it was.
     *
     * @param at valid time of the standing
     * @param before empty when there was no standing at the instant
     * @param after empty when there is none any more
     */
    void changed(Instant at, Optional<Standing> before, Optional<Standing> after);
}
