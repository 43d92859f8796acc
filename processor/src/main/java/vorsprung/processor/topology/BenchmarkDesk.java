package vorsprung.processor.topology;

import java.util.Optional;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Score;
import vorsprung.processor.domain.lead.StandingChanges;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.ScoreKey;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.store.WritableStore;

/** Keeps the races of benchmarks, and the scores by model. */
final class BenchmarkDesk implements Desk {

    @Override
    public void change(String subject, Outcome outcome, WritableStore timelines) {
        Optional<Result> before = outcome.before().map(MarketFacts::result);
        Optional<Result> after = outcome.after().map(MarketFacts::result);
        Books.race(subject, timelines).change(before, after, StandingChanges.UNHEARD);
        before.ifPresent(result ->
                Timelines.MODEL_SCORES.of(result.modelId(), timelines).remove(new ScoreKey(subject, result.place())));
        after.ifPresent(result -> Timelines.MODEL_SCORES
                .of(result.modelId(), timelines)
                .put(new ScoreKey(subject, result.place()), new Score(result.score(), result.higherIsBetter())));
    }
}
