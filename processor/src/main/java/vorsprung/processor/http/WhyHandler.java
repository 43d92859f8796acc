package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.processor.explain.BenchmarkDefinitions;
import vorsprung.processor.explain.CompanyDefinitions;
import vorsprung.processor.explain.Definition;
import vorsprung.processor.explain.Definitions;
import vorsprung.processor.explain.Explainer;
import vorsprung.processor.explain.Explanation;
import vorsprung.processor.explain.ModelDefinitions;
import vorsprung.processor.query.Question;
import vorsprung.settings.Nearest;

/** {@code …/why/{figure}}: how a figure of a company, a benchmark or a model came about. */
final class WhyHandler implements Routes {
    private static final String FIGURE = "figure";
    private static final String AT = "at";

    private final Explainer explainer;

    WhyHandler(Explainer explainer) {
        this.explainer = explainer;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/companies/{companyId}/why/{figure}", this::company);
        server.routes.get("/v1/benchmarks/{benchmarkId}/why/{figure}", this::benchmark);
        server.routes.get("/v1/models/{companyId}/{model}/why/{figure}", this::model);
    }

    private void company(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE);
        String companyId = request.pathParam("companyId");
        Explanation explanation = explainer
                .company(companyId, figure(request, CompanyDefinitions.ALL), asked.question())
                .orElseThrow(() -> CompaniesHandler.unknown(companyId, asked));
        answer(request, asked, explanation);
    }

    private void model(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE);
        String modelId = ModelsHandler.modelId(request);
        Explanation explanation = explainer
                .model(modelId, figure(request, ModelDefinitions.ALL), asked.question())
                .orElseThrow(() -> ModelsHandler.unknown(modelId, asked));
        answer(request, asked, explanation);
    }

    private void benchmark(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE.and(AT));
        String benchmarkId = request.pathParam("benchmarkId");
        String figure = request.pathParam(FIGURE);
        Optional<Instant> at = asked.bound(AT);
        boolean isLag = figure.equals(BenchmarkDefinitions.LAG.figure());
        if (at.isPresent() && !isLag) {
            throw Problem.of(400, "at names a record of the frontier, and goes with lagDays only")
                    .exception();
        }
        Explanation explanation = (isLag
                        ? explainer.lag(benchmarkId, at.orElse(null), asked.question())
                        : ofRace(benchmarkId, request, asked.question()))
                .orElseThrow(() -> at.map(instant -> noRecord(benchmarkId, instant, asked))
                        .orElseGet(() -> BenchmarksHandler.unknown(benchmarkId, asked)));
        answer(request, asked, explanation);
    }

    private Optional<Explanation> ofRace(String benchmarkId, Context request, Question question) {
        String figure = request.pathParam(FIGURE);
        if (figure.equals(BenchmarkDefinitions.LEAD.figure())) {
            return explainer.lead(benchmarkId, question);
        }
        if (figure.equals(BenchmarkDefinitions.CLAIMS.figure())) {
            return explainer.claims(benchmarkId, question);
        }
        return explainer.benchmark(
                benchmarkId,
                BenchmarkDefinitions.FIGURES
                        .named(figure)
                        .orElseThrow(() -> unknown(figure, BenchmarkDefinitions.names())),
                question);
    }

    private static <T> Definition<T> figure(Context request, Definitions<T> figures) {
        String name = request.pathParam(FIGURE);
        return figures.named(name).orElseThrow(() -> unknown(name, figures.names()));
    }

    private static void answer(Context request, Asked asked, Explanation explanation) {
        request.jsonStream(Answer.to(asked.question(), WhyView.of(explanation)));
    }

    private static ProblemException unknown(String figure, Collection<String> figures) {
        String near = Nearest.to(figure, figures)
                .map(word -> "; did you mean " + word + "?")
                .orElse(".");
        return Problem.of(
                        404,
                        "There is no figure \"" + figure + "\" here" + near + " There are "
                                + String.join(", ", figures))
                .exception();
    }

    private static ProblemException noRecord(String benchmarkId, Instant at, Asked asked) {
        return Problem.of(
                        404,
                        "No record of the frontier of \"" + benchmarkId + "\" was set at " + at + " that is in force"
                                + asked.then() + "; GET /v1/benchmarks/" + benchmarkId + "/records lists them")
                .exception();
    }
}
