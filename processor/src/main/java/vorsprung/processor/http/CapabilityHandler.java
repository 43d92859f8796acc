package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.domain.price.CapabilityPrice;
import vorsprung.processor.domain.price.CapabilityStep;
import vorsprung.processor.query.BenchmarkQuery;

/** {@code /v1/prices/capability}: what the same capability costs over time. */
final class CapabilityHandler implements Routes {
    /** As people and programs write a score; Java would read hexadecimal floats and letters behind a number, too. */
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final BenchmarkQuery benchmarks;

    CapabilityHandler(BenchmarkQuery benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** The answer. */
    record View(
            String benchmarkId, double minScore, @Nullable Double factorPerYear, List<Step> items) {}

    /** The cheapest price for a while. */
    record Step(Instant from, @Nullable Instant to, String modelId, BigDecimal blendedUsdPerMillionTokens) {
        static Step of(CapabilityStep step) {
            return new Step(
                    step.from(), step.to(), step.modelId(), step.blended().usd());
        }
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/prices/capability", this::answer);
    }

    private void answer(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE.and("benchmark", "minScore", "from", "to"));
        String benchmarkId = asked.one("benchmark")
                .orElseThrow(() -> Problem.of(400, "benchmark is missing: the id of a benchmark, such as mmlu")
                        .exception());
        double minScore = minScore(asked.one("minScore").orElse(null));
        CapabilityPrice price = benchmarks
                .capability(
                        benchmarkId,
                        minScore,
                        asked.question(),
                        asked.bound("from").orElse(null),
                        asked.bound("to").orElse(null))
                .orElseThrow(() -> BenchmarksHandler.unknown(benchmarkId, asked));
        List<Step> steps = price.steps().stream().map(Step::of).toList();
        request.jsonStream(Answer.to(asked.question(), new View(benchmarkId, minScore, price.factorPerYear(), steps)));
    }

    private static double minScore(@Nullable String text) {
        double score = text != null && DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(score)) {
            throw Problem.of(
                            400,
                            "minScore must be a decimal number, such as 0.7, found "
                                    + (text == null ? "none" : '"' + text + '"'))
                    .exception();
        }
        return score;
    }
}
