package vorsprung.benchmarks.contestant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vorsprung.benchmarks.figure.Measurement;

/** Times, in milliseconds, as the shares of them that were shorter. Safe for many threads. */
final class Percentiles {
    static final String P99 = "p99-ms";

    private static final double NANOS = 1e6;

    private final List<Double> times = Collections.synchronizedList(new ArrayList<>());

    void add(long nanos) {
        times.add(nanos / NANOS);
    }

    int count() {
        return times.size();
    }

    Measurement addTo(Measurement measured) {
        return measured.with("p50-ms", at(0.50)).with(P99, at(0.99));
    }

    private double at(double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
