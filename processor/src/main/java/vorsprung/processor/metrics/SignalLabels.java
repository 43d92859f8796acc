package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Tags;
import vorsprung.processor.domain.signal.Signal;

/**
 * The labels of a signal: {@code type}, {@code signal} (its id), and whom it is about, so that alerts can be routed by
 * company: {@code company}, {@code rival} (who lost a lead, or whose record was matched), {@code benchmark},
 * {@code model}; empty where there is none.
 */
final class SignalLabels {

    private record Parties(String company, String rival) {}

    private SignalLabels() {}

    static Tags of(Signal signal) {
        Parties parties = parties(signal);
        return Tags.of(
                "type",
                signal.type().name(),
                "signal",
                signal.signalId(),
                "company",
                parties.company(),
                "rival",
                parties.rival(),
                "benchmark",
                isOfBenchmark(signal) ? signal.subject() : "",
                "model",
                signal.type() == Signal.Type.PRICE_CUT ? signal.subject() : "");
    }

    private static boolean isOfBenchmark(Signal signal) {
        return switch (signal.type()) {
            case LEAD_CHANGED, CAUGHT_UP, LEAD_COMPRESSED -> true;
            case VALUATION_STEP_UP, DOWN_ROUND, RUNWAY_SHORT, PRICE_CUT, PRICE_WAR -> false;
        };
    }

    private static Parties parties(Signal signal) {
        return switch (signal.type()) {
            case VALUATION_STEP_UP, DOWN_ROUND, RUNWAY_SHORT -> new Parties(signal.subject(), "");
            case PRICE_CUT -> new Parties(signal.subject().split("/", 2)[0], "");
            case LEAD_CHANGED, CAUGHT_UP -> named(signal);
            case LEAD_COMPRESSED, PRICE_WAR -> new Parties("", "");
        };
    }

    /** Its detail is a sentence that begins with one company and ends with the other. */
    private static Parties named(Signal signal) {
        String detail = signal.detail();
        if (detail == null) {
            return new Parties("", "");
        }
        return new Parties(detail.substring(0, detail.indexOf(' ')), detail.substring(detail.lastIndexOf(' ') + 1));
    }
}
