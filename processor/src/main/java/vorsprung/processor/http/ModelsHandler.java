package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.price.PriceHistory;
import vorsprung.processor.explain.ModelDefinitions;
import vorsprung.processor.query.ModelQuery;
import vorsprung.processor.query.ScoreQuery;
import vorsprung.processor.query.ScoreQuery.Best;

/** {@code /v1/models}: releases, scores and prices. */
final class ModelsHandler implements Routes {
    private static final Orders<Model, Model> ORDERS = new Orders<>(
            List.of(
                    new Orders.Name<>("modelId", Model::modelId),
                    new Orders.Name<>("model", Model::model),
                    new Orders.Name<>("companyId", Model::companyId)),
            ModelDefinitions.ALL,
            model -> model,
            "modelId");

    private static final List<String> YES_OR_NO = List.of("true", "false");

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
        Asked asked = Asked.of(request, Parameters.OF_LIST.and("sort", "modelId", "companyId", "openWeights"));
        List<Model> all = wanted(asked).sorted(ORDERS.of(asked.one("sort"))).toList();
        Page<Model> page = Page.of(asked, all, Model::modelId);
        List<Model> shown = page.items();
        Map<String, List<Best>> gathered =
                scores.scores(shown.stream().map(Model::modelId).toList(), asked.question());
        request.jsonStream(page.with(shown.stream()
                .map(model -> ModelView.of(model, gathered.getOrDefault(model.modelId(), List.of())))
                .toList()));
    }

    private Stream<Model> wanted(Asked asked) {
        List<String> ids = asked.each("modelId");
        List<String> companyIds = asked.each("companyId");
        Optional<Boolean> open = asked.one("openWeights")
                .map(text -> asked.word("openWeights", YES_OR_NO))
                .map(Boolean::valueOf);
        Stream<Model> models = ids.isEmpty()
                ? this.models.models(asked.question()).stream()
                : ids.stream().flatMap(id -> this.models.model(id, asked.question()).stream());
        return models.filter(model -> companyIds.isEmpty() || companyIds.contains(model.companyId()))
                .filter(model -> open.isEmpty() || open.get().equals(model.openWeights()));
    }

    private void one(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE);
        String modelId = modelId(request);
        Model model = models.model(modelId, asked.question()).orElseThrow(() -> unknown(modelId, asked));
        request.jsonStream(Answer.to(asked.question(), ModelView.of(model, scores.scores(modelId, asked.question()))));
    }

    private void prices(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST);
        String modelId = modelId(request);
        Place from = asked.afterTime().map(Place::endOf).orElse(Place.FIRST);
        PriceHistory.Page page = models.prices(modelId, asked.question(), from, asked.limit())
                .orElseThrow(() -> unknown(modelId, asked));
        List<PriceView.Step> steps =
                page.steps().stream().map(PriceView.Step::of).toList();
        String next = page.next()
                .map(more -> asked.nextCursor(steps.get(steps.size() - 1).from().toString()))
                .orElse(null);
        request.jsonStream(new Page<>(asked.question().asOf(), asked.question().knownAt(), steps, next, null));
    }

    static String modelId(Context request) {
        return request.pathParam("companyId") + '/' + request.pathParam("model");
    }

    static ProblemException unknown(String modelId, Asked asked) {
        return Problem.of(
                        404,
                        "Neither a release nor a price of model \"" + modelId + "\" is in force" + asked.then()
                                + "; GET /v1/models lists those that have one")
                .exception();
    }
}
