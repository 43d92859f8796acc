package vorsprung.processor.topology;

import java.util.List;
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
}
