package vorsprung.processor.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vorsprung.processor.domain.signal.Found;

/**
 * What a report changed that others want to hear of.
 *
 * @param signals signals found, said anew, or withdrawn
 * @param changes figures of the report's subject that are not what they were
 * @param elsewhere figures of models that are not what they were, found at a benchmark
 * @param crossings what figures of benchmarks rest on that is not what it was
 */
record Findings(List<Found> signals, List<FigureChange> changes, List<Elsewhere> elsewhere, List<Crossing> crossings) {

    /** A figure of a model that changed with a report of a benchmark. */
    record Elsewhere(String subject, FigureChange change) {}

    /**
     * A figure of benchmarks that rests on the report's subject too.
     *
     * @param figure which one
     * @param from valid time from which it may be another one
     */
    record Crossing(Figure figure, Instant from) {}

    /** The figures of benchmarks that rest on facts of other keys; answers gather them when they are asked. */
    enum Figure {
        /** The race between open and closed weights, on a model's releases. */
        OPENNESS("openness"),
        /** What catching up cost, on two models' releases. */
        COST_RATIO("costRatio"),
        /** What a capability costs, on a model's prices. */
        CAPABILITY_PRICE("capabilityPrice"),
        /** What is said of leads, beside the measured ones, on a company's claims. */
        CLAIMS("claims");

        private final String label;

        Figure(String label) {
            this.label = label;
        }

        /** Its name in a change. */
        String label() {
            return label;
        }
    }

    Findings {
        signals = List.copyOf(signals);
        changes = List.copyOf(changes);
        elsewhere = List.copyOf(elsewhere);
        crossings = List.copyOf(crossings);
    }

    Findings(List<Found> signals, List<FigureChange> changes) {
        this(signals, changes, List.of(), List.of());
    }

    /** No signal, and no figure of the present: from this valid time on the past is another one. */
    static Findings ofThePast(Instant from) {
        return new Findings(List.of(), FigureChange.between(Map.of(), Map.of(), from));
    }

    Findings elsewhere(List<Elsewhere> others) {
        return new Findings(signals, changes, others, crossings);
    }

    Findings crossing(List<Crossing> others) {
        return new Findings(signals, changes, elsewhere, others);
    }
}
