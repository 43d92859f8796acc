package vorsprung.processor.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vorsprung.processor.domain.signal.Found;

/**
 * What a report changed that others want to hear of.
 *
 * @param signals signals found, said anew, or withdrawn
 * @param changes figures that are not what they were
 */
record Findings(List<Found> signals, List<FigureChange> changes) {
    Findings {
        signals = List.copyOf(signals);
        changes = List.copyOf(changes);
    }

    /** No signal, and no figure of the present: from this valid time on the past is another one. */
    static Findings ofThePast(Instant from) {
        return new Findings(List.of(), FigureChange.between(Map.of(), Map.of(), from));
    }
}
