package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vorsprung.processor.domain.lead.Direction;
import vorsprung.processor.query.ScoreQuery.Best;

/** Notes the best score of each model on each benchmark, out of scores that come in the order of their places. */
final class ScoreSheet {
    private final Instant asOf;
    private final Map<String, Map<String, Reached>> reached = new HashMap<>();

    private record Reached(Instant occurredAt, double score) {}

    /** Scores after this valid time do not count. */
    ScoreSheet(Instant asOf) {
        this.asOf = asOf;
    }

    /**
     * Adds a score.
     *
     * @param direction that of the benchmark, whatever this result says
     */
    void add(String modelId, String benchmarkId, Instant occurredAt, double score, Direction direction) {
        if (!occurredAt.isAfter(asOf)) {
            reached.computeIfAbsent(modelId, id -> new LinkedHashMap<>())
                    .merge(benchmarkId, new Reached(occurredAt, score), (best, next) -> better(best, next, direction));
        }
    }

    /** The best scores of these models; one without any is left out. */
    Map<String, List<Best>> of(Collection<String> modelIds) {
        Map<String, List<Best>> best = new HashMap<>();
        for (String modelId : modelIds) {
            List<Best> scores = new ArrayList<>();
            reached.getOrDefault(modelId, Map.of())
                    .forEach((benchmarkId, found) ->
                            scores.add(new Best(benchmarkId, found.score(), found.occurredAt())));
            if (!scores.isEmpty()) {
                best.put(modelId, scores);
            }
        }
        return best;
    }

    /** Of equal ones the earlier: that is when the score was first reached. */
    private static Reached better(Reached best, Reached next, Direction direction) {
        return direction.isBetter(next.score(), best.score()) ? next : best;
    }
}
