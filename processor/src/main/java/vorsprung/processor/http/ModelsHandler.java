package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.price.PriceHistory;
import vorsprung.processor.query.ModelQuery;
import vorsprung.processor.query.ScoreQuery;

/** {@code /v1/models}: releases, scores and prices. */
final class ModelsHandler implements Routes {
    private final ModelQuery models;
    private final ScoreQuery scores;

    ModelsHandler(ModelQuery models, ScoreQuery scores) {
        this.models = models;
        this.scores = scores;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/models", this::list);
        server.routes.get("/v1/models/{companyId}/{model}", this::one);
        server.routes.get("/v1/models/{companyId}/{model}/prices", this::prices);
    }

    private void list(Context request) {
        Asked asked = Asked.of(request);
        List<Model> all = models.models(asked.question()).stream()
                .sorted(Comparator.comparing(Model::modelId))
                .toList();
        Page page = Page.of(asked, all, Model::modelId);
        List<ModelView> views = page.items().stream()
                .map(Model.class::cast)
                .map(model -> ModelView.of(model, scores.scores(model.modelId(), asked.question())))
                .toList();
        request.json(page.with(views));
    }

    private void one(Context request) {
        Asked asked = Asked.of(request);
        String modelId = modelId(request);
        Model model = models.model(modelId, asked.question())
                .orElseThrow(() -> unknown(modelId, asked.question().asOf()));
        request.json(Answer.to(asked.question(), ModelView.of(model, scores.scores(modelId, asked.question()))));
    }

    private void prices(Context request) {
        Asked asked = Asked.of(request);
        String modelId = modelId(request);
        Place from = asked.after(after -> Place.endOf(Instant.parse(after))).orElse(Place.FIRST);
        PriceHistory.Page page = models.prices(modelId, asked.question(), from, asked.limit())
                .orElseThrow(() -> unknown(modelId, asked.question().asOf()));
        List<PriceView.Step> steps =
                page.steps().stream().map(PriceView.Step::of).toList();
        String next = page.next()
                .map(more -> asked.nextCursor(steps.get(steps.size() - 1).from().toString()))
                .orElse(null);
        request.json(new Page(asked.question().asOf(), asked.question().knownAt(), steps, next, null));
    }

    private static String modelId(Context request) {
        return request.pathParam("companyId") + '/' + request.pathParam("model");
    }

    private static ProblemException unknown(String modelId, Instant asOf) {
        return Problem.of(
                        404,
                        "Neither a release nor a price of model \"" + modelId + "\" is in force as of " + asOf
                                + "; GET /v1/models lists those that have one")
                .exception();
    }
}
