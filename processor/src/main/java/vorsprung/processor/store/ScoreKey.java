package vorsprung.processor.store;

import vorsprung.processor.domain.fact.CodePoints;
import vorsprung.processor.domain.fact.Place;

/**
 * Key of a score among those of one model.
 *
 * @param benchmarkId the benchmark
 * @param place place of the result
 */
public record ScoreKey(String benchmarkId, Place place) implements Comparable<ScoreKey> {

    @Override
    public int compareTo(ScoreKey other) {
        int byBenchmark = CodePoints.compare(benchmarkId, other.benchmarkId);
        return byBenchmark != 0 ? byBenchmark : place.compareTo(other.place);
    }
}
