package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.ScoreKey;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType;

/** What models scored: gathered from the benchmarks when it is asked. */
public final class ScoreQuery {
    private final MarketStores stores;
    private final Replays replays;

    ScoreQuery(MarketStores stores, Replays replays) {
        this.stores = stores;
        this.replays = replays;
    }

    /**
     * The best score of a model on a benchmark.
     *
     * @param benchmarkId the benchmark
     * @param score in the benchmark's unit
     * @param occurredAt when it was first reached, valid time
     */
    public record Best(String benchmarkId, double score, Instant occurredAt) {}

    /** The best score of a model on each benchmark, by benchmark. */
    public List<Best> scores(String modelId, Question question) {
        return stores
                .gather(Stores.TIMELINES_BY_BENCHMARK, shard -> shard.read(store -> scores(modelId, question, store)))
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Best::benchmarkId))
                .toList();
    }

    private List<Best> scores(String modelId, Question question, ReadableStore store) {
        List<Best> scores = new ArrayList<>();
        for (String benchmarkId : Timelines.SUBJECTS.subjects(store)) {
            Subject log = Replays.subject(benchmarkId, store).orElseThrow();
            List<Entry<Place, Score>> results = question.isAnsweredBy(log)
                    ? kept(modelId, benchmarkId, store)
                    : replayed(modelId, benchmarkId, log, question);
            best(results, question.asOf())
                    .ifPresent(best -> scores.add(new Best(
                            benchmarkId, best.getValue().score(), best.getKey().occurredAt())));
        }
        return scores;
    }

    private static List<Entry<Place, Score>> kept(String modelId, String benchmarkId, ReadableStore store) {
        List<Entry<Place, Score>> scores = new ArrayList<>();
        ScoreKey from = new ScoreKey(benchmarkId, Place.FIRST);
        ScoreKey to = new ScoreKey(benchmarkId + '\0', Place.FIRST);
        try (Cursor<Entry<ScoreKey, Score>> cursor =
                Timelines.MODEL_SCORES.of(modelId, store).ascending(from, to)) {
            cursor.forEachRemaining(entry -> scores.add(Map.entry(entry.getKey().place(), entry.getValue())));
        }
        return scores;
    }

    private List<Entry<Place, Score>> replayed(String modelId, String benchmarkId, Subject log, Question question) {
        return replays.facts(EventType.Subject.BENCHMARK, benchmarkId, log, question).stream()
                .map(MarketFacts::result)
                .filter(result -> result.modelId().equals(modelId))
                .map(result -> Map.entry(result.place(), new Score(result.score(), result.higherIsBetter())))
                .toList();
    }

    private static Optional<Entry<Place, Score>> best(List<Entry<Place, Score>> results, Instant asOf) {
        return results.stream()
                .filter(entry -> !entry.getKey().occurredAt().isAfter(asOf))
                .reduce((best, next) -> next.getValue().isBetterThan(best.getValue()) ? next : best);
    }
}
