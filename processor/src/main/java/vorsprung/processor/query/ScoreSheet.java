package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.query.ScoreQuery.Best;

/** Notes the best score of each model on each benchmark, out of scores that come in the order of their places. */
final class ScoreSheet {
    private final Instant asOf;
    private final Map<String, Map<String, Reached>> reached = new HashMap<>();

    private record Reached(Instant occurredAt, Score score) {}

    /** Scores after this valid time do not count. */
    ScoreSheet(Instant asOf) {
        this.asOf = asOf;
    }

    void add(String modelId, String benchmarkId, Instant occurredAt, Score score) {
        if (!occurredAt.isAfter(asOf)) {
            reached.computeIfAbsent(modelId, id -> new LinkedHashMap<>())
                    .merge(benchmarkId, new Reached(occurredAt, score), ScoreSheet::better);
        }
    }

    /** The best scores of these models; one without any is left out. */
    Map<String, List<Best>> of(Collection<String> modelIds) {
        Map<String, List<Best>> best = new HashMap<>();
        for (String modelId : modelIds) {
            List<Best> scores = new ArrayList<>();
            reached.getOrDefault(modelId, Map.of())
                    .forEach((benchmarkId, found) ->
                            scores.add(new Best(benchmarkId, found.score().score(), found.occurredAt())));
            if (!scores.isEmpty()) {
                best.put(modelId, scores);
            }
        }
        return best;
    }

    /** Of equal ones the earlier: that is when the score was first reached. */
    private static Reached better(Reached best, Reached next) {
        return next.score().isBetterThan(best.score()) ? next : best;
    }
}
