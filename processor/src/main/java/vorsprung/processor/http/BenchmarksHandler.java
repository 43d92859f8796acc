package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.explain.BenchmarkDefinitions;
import vorsprung.processor.query.BenchmarkQuery;
import vorsprung.processor.query.BenchmarkQuery.Benchmark;
import vorsprung.processor.query.CompanyQuery;
import vorsprung.processor.query.CompanyQuery.ClaimedLead;

/** {@code /v1/benchmarks}: who leads, by how much, for how long. */
final class BenchmarksHandler implements Routes {
    private static final Orders<Benchmark, BenchmarkFigures> ORDERS = new Orders<>(
            List.of(
                    new Orders.Name<>("benchmarkId", Benchmark::benchmarkId),
                    new Orders.Name<>("leader", benchmark -> benchmark.figures().leader())),
            BenchmarkDefinitions.FIGURES,
            Benchmark::figures,
            "benchmarkId");

    private final BenchmarkQuery benchmarks;
    private final CompanyQuery companies;

    BenchmarksHandler(BenchmarkQuery benchmarks, CompanyQuery companies) {
        this.benchmarks = benchmarks;
        this.companies = companies;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/benchmarks", this::list);
        server.routes.get("/v1/benchmarks/{benchmarkId}", this::one);
    }

    private void list(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST.and("sort", "benchmarkId", "leader"));
        Comparator<Benchmark> order = ORDERS.of(asked.one("sort"));
        List<String> leaders = asked.each("leader");
        List<ClaimedLead> claims = companies.claims(asked.question());
        List<BenchmarkView> all = wanted(asked)
                .filter(benchmark -> leaders.isEmpty()
                        || leaders.contains(benchmark.figures().leader()))
                .sorted(order)
                .map(benchmark -> BenchmarkView.of(benchmark, claims))
                .toList();
        request.jsonStream(Page.of(asked, all, BenchmarkView::benchmarkId));
    }

    private Stream<Benchmark> wanted(Asked asked) {
        List<String> ids = asked.each("benchmarkId");
        return ids.isEmpty()
                ? benchmarks.benchmarks(asked.question()).stream()
                : ids.stream().flatMap(id -> benchmarks.benchmark(id, asked.question()).stream());
    }

    private void one(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE);
        String benchmarkId = request.pathParam("benchmarkId");
        BenchmarkView view = benchmarks
                .benchmark(benchmarkId, asked.question())
                .map(benchmark -> BenchmarkView.of(benchmark, companies.claims(asked.question())))
                .orElseThrow(() -> unknown(benchmarkId, asked));
        request.jsonStream(Answer.to(asked.question(), view));
    }

    static ProblemException unknown(String benchmarkId, Asked asked) {
        return Problem.of(
                        404,
                        "No result on benchmark \"" + benchmarkId + "\" is in force" + asked.then()
                                + "; GET /v1/benchmarks lists those that have one")
                .exception();
    }
}
