package vorsprung.processor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.lead.RaceBook;
import vorsprung.processor.domain.lead.Standing;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.RaceSignals;
import vorsprung.processor.domain.signal.SignalBook;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.ScoreKey;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.store.WritableStore;
import vorsprung.processor.topology.Findings.Elsewhere;

/** Keeps the races of benchmarks, and the scores by model. */
final class BenchmarkDesk implements Desk {
    private final RaceSignals signals;

    BenchmarkDesk(Thresholds thresholds) {
        this.signals = new RaceSignals(thresholds);
    }

    @Override
    public Findings settle(Case changed) {
        Optional<Result> before = changed.outcome().before().map(MarketFacts::result);
        Optional<Result> after = changed.outcome().after().map(MarketFacts::result);
        RaceBook race = Books.race(changed.subject(), changed.timelines());
        Map<String, Object> was = headline(race, changed.foundAt());
        List<Found> found = new ArrayList<>();
        race.change(before, after, (at, old, now) -> found.addAll(signals(changed, at, now)));
        keepScores(changed, before, after);
        return new Findings(found, FigureChange.between(was, headline(race, changed.foundAt()), changed.from()))
                .elsewhere(scores(before, after));
    }

    /** What models are said to score: a result may be moved from one model to another. */
    private static List<Elsewhere> scores(Optional<Result> before, Optional<Result> after) {
        return Stream.of(before, after)
                .flatMap(Optional::stream)
                .map(Result::modelId)
                .distinct()
                .map(modelId -> new Elsewhere(
                        modelId, FigureChange.of("scores", score(before, modelId), score(after, modelId))))
                .filter(score -> score.change().isOne())
                .toList();
    }

    private static @Nullable Double score(Optional<Result> result, String modelId) {
        return result.filter(of -> of.modelId().equals(modelId))
                .map(Result::score)
                .orElse(null);
    }

    private List<Found> signals(Case changed, Instant at, Optional<Standing> now) {
        return new SignalBook(Timelines.SIGNALS.of(changed.subject(), changed.timelines()))
                .settle(
                        at,
                        at,
                        now.map(standing -> signals.of(changed.subject(), standing))
                                .orElse(List.of()),
                        changed.foundAt());
    }

    private static void keepScores(Case changed, Optional<Result> before, Optional<Result> after) {
        WritableStore timelines = changed.timelines();
        before.ifPresent(result -> Timelines.MODEL_SCORES
                .of(result.modelId(), timelines)
                .remove(new ScoreKey(changed.subject(), result.place())));
        after.ifPresent(result -> Timelines.MODEL_SCORES
                .of(result.modelId(), timelines)
                .put(new ScoreKey(changed.subject(), result.place()), new Score(result.score())));
    }

    private static Map<String, Object> headline(RaceBook race, Instant asOf) {
        Map<String, Object> figures = new LinkedHashMap<>();
        race.history().asOf(asOf).standing().ifPresent(standing -> {
            figures.put("leader", standing.leader().contestant());
            figures.put("leaderModelId", standing.leader().modelId());
            figures.put("frontier", standing.leader().score());
            standing.margin().ifPresent(margin -> figures.put("margin", margin));
            standing.vorsprungDays().ifPresent(days -> figures.put("vorsprungDays", days));
        });
        return figures;
    }
}
