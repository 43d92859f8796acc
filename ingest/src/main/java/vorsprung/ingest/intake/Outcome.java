package vorsprung.ingest.intake;

import java.util.function.Function;

/** What became of a raw report: {@link Accepted} or {@link Rejected}, and nothing in between. */
public sealed interface Outcome permits Accepted, Rejected {

    /** Opens the outcome. */
    default <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected) {
        return this instanceof Accepted a ? accepted.apply(a) : rejected.apply((Rejected) this);
    }
}
