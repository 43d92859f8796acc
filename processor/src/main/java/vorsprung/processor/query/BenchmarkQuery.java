package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.domain.lead.Contestants;
import vorsprung.processor.domain.lead.RaceHistory;
import vorsprung.processor.domain.lead.RaceReplay;
import vorsprung.processor.domain.lead.RaceView;
import vorsprung.processor.domain.price.CapabilityPrice;
import vorsprung.processor.domain.price.CapableModel;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.MarketFacts;
import vorsprung.topic.EventType.Subject;

/** Questions about benchmarks. */
public final class BenchmarkQuery {
    private final Shelf<RaceHistory> races;
    private final ModelQuery models;

    BenchmarkQuery(MarketStores stores, Replays replays, OpenBooks<RaceHistory> open, ModelQuery models) {
        this.models = models;
        this.races = new Shelf<>(Subject.BENCHMARK, stores, replays, open, (id, facts) -> write(facts));
    }

    /** Between whom a race is run. */
    public enum Between {
        COMPANIES,
        OPENNESS
    }

    /**
     * How a benchmark stands.
     *
     * @param benchmarkId the benchmark
     */
    public record Benchmark(String benchmarkId, BenchmarkFigures figures) {}

    /** How a benchmark stands; empty when no result is in force. */
    public Optional<Benchmark> benchmark(String benchmarkId, Question question) {
        return ask(benchmarkId, question, Between.COMPANIES, RaceView::figures)
                .flatMap(figures -> figures)
                .map(figures -> new Benchmark(benchmarkId, figures));
    }

    /** How every benchmark stands that has a result in force, in no order. */
    public List<Benchmark> benchmarks(Question question) {
        return races.askAll(
                question,
                (id, race) -> race.asOf(question.asOf()).figures().map(figures -> new Benchmark(id, figures)));
    }

    /** What the reader makes of a race as of the time asked about; empty when there never was a result. */
    public <T> Optional<T> ask(String benchmarkId, Question question, Between between, Function<RaceView, T> reader) {
        return races.ask(
                benchmarkId,
                question,
                race -> reader.apply(race(race, question, between).asOf(question.asOf())));
    }

    /**
     * What a capability costs over time; empty when the benchmark never had a result.
     *
     * @param minScore the score that a model must have had
     * @param from clips the first step; absent: no bound
     * @param to exclusive end; absent: asOf
     */
    public Optional<CapabilityPrice> capability(
            String benchmarkId, double minScore, Question question, @Nullable Instant from, @Nullable Instant to) {
        return races.ask(benchmarkId, question, race -> capableSince(race.asOf(question.asOf()), minScore))
                .map(since -> capable(since, question))
                .map(capable -> CapabilityPrice.of(capable, from, to, question.asOf()));
    }

    private RaceHistory race(RaceHistory race, Question question, Between between) {
        if (between == Between.COMPANIES) {
            return race;
        }
        Map<String, Optional<Boolean>> openness = new HashMap<>();
        Function<String, Optional<Boolean>> open =
                modelId -> openness.computeIfAbsent(modelId, id -> models.openWeights(id, question));
        return RaceReplay.of(race.results(), Place.endOf(question.asOf()), Contestants.byOpenness(open));
    }

    private static Map<String, Instant> capableSince(RaceView race, double minScore) {
        Map<String, Instant> since = new HashMap<>();
        boolean higherIsBetter =
                race.figures().map(BenchmarkFigures::higherIsBetter).orElse(true);
        try (Cursor<Map.Entry<Place, Result>> results = race.results()) {
            while (results.hasNext()) {
                Result result = results.next().getValue();
                boolean capable = higherIsBetter ? result.score() >= minScore : result.score() <= minScore;
                if (capable) {
                    since.putIfAbsent(result.modelId(), result.place().occurredAt());
                }
            }
        }
        return since;
    }

    private List<CapableModel> capable(Map<String, Instant> since, Question question) {
        List<CapableModel> capable = new ArrayList<>();
        since.forEach((modelId, at) -> capable.add(new CapableModel(modelId, at, models.quotes(modelId, question))));
        return capable;
    }

    private static RaceHistory write(List<Fact> facts) {
        return RaceReplay.of(facts.stream().map(MarketFacts::result).toList(), Contestants.COMPANIES);
    }
}
