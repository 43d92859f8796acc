package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.lead.Direction;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.Books;
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
        return scores(List.of(modelId), question).getOrDefault(modelId, List.of());
    }

    /**
     * The best scores of these models, by model; one without any is left out. Each partition is read once: one range for
     * a model, and once a benchmark that has to be replayed, however many models are asked for.
     */
    public Map<String, List<Best>> scores(Collection<String> modelIds, Question question) {
        Map<String, List<Best>> scores = new HashMap<>();
        stores.gather(Stores.TIMELINES_BY_BENCHMARK, shard -> shard.read(store -> scores(modelIds, question, store)))
                .forEach(part -> part.forEach((modelId, found) ->
                        scores.computeIfAbsent(modelId, id -> new ArrayList<>()).addAll(found)));
        scores.values().forEach(each -> each.sort(Comparator.comparing(Best::benchmarkId)));
        return scores;
    }

    private Map<String, List<Best>> scores(Collection<String> modelIds, Question question, ReadableStore store) {
        Map<String, Subject> replayed = Timelines.SUBJECTS.bySubject(store);
        replayed.values().removeIf(question::isAnsweredBy);
        ScoreSheet sheet = new ScoreSheet(question.asOf());
        Directions directions = new Directions(store, question.asOf());
        modelIds.forEach(modelId -> addKept(sheet, modelId, replayed.keySet(), directions));
        replayed.forEach((benchmarkId, log) -> addReplayed(sheet, benchmarkId, log, question));
        return sheet.of(modelIds);
    }

    private static void addKept(ScoreSheet sheet, String modelId, Set<String> replayed, Directions directions) {
        try (Cursor<Entry<ScoreKey, Score>> scores =
                Timelines.MODEL_SCORES.of(modelId, directions.store()).ascending(null, null)) {
            while (scores.hasNext()) {
                Entry<ScoreKey, Score> score = scores.next();
                String benchmarkId = score.getKey().benchmarkId();
                if (!replayed.contains(benchmarkId)) {
                    directions
                            .of(benchmarkId)
                            .ifPresent(direction -> sheet.add(
                                    modelId,
                                    benchmarkId,
                                    score.getKey().place().occurredAt(),
                                    score.getValue().score(),
                                    direction));
                }
            }
        }
    }

    private void addReplayed(ScoreSheet sheet, String benchmarkId, Subject log, Question question) {
        List<Result> results = replays.facts(EventType.Subject.BENCHMARK, benchmarkId, log, question).stream()
                .map(MarketFacts::result)
                .filter(result -> !result.place().occurredAt().isAfter(question.asOf()))
                .toList();
        if (results.isEmpty()) {
            return;
        }
        Direction direction = Direction.of(results.get(results.size() - 1).higherIsBetter());
        results.forEach(result ->
                sheet.add(result.modelId(), benchmarkId, result.place().occurredAt(), result.score(), direction));
    }

    /** In which direction the benchmarks of a partition count as of an instant, each looked up once. */
    private record Directions(ReadableStore store, Instant asOf, Map<String, Optional<Direction>> known) {
        Directions(ReadableStore store, Instant asOf) {
            this(store, asOf, new HashMap<>());
        }

        Optional<Direction> of(String benchmarkId) {
            return known.computeIfAbsent(
                    benchmarkId, id -> Books.raceHistory(id, store).direction(asOf));
        }
    }
}
