package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Routes;
import vorsprung.processor.domain.lead.CatchUpCost;
import vorsprung.processor.domain.lead.CompetitiveWindow;
import vorsprung.processor.domain.lead.FrontierRecord;
import vorsprung.processor.domain.lead.LeadWindow;
import vorsprung.processor.domain.lead.RaceView;
import vorsprung.processor.domain.lead.WindowSize;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.query.BenchmarkQuery;
import vorsprung.processor.query.BenchmarkQuery.Between;
import vorsprung.processor.query.ModelQuery;
import vorsprung.processor.query.Question;

/** {@code /v1/benchmarks/{benchmarkId}/leads}, {@code …/records}, {@code …/windows}: how a race went. */
final class RaceHandler implements Routes {
    private static final String BY = "by";

    private final BenchmarkQuery benchmarks;
    private final ModelQuery models;

    RaceHandler(BenchmarkQuery benchmarks, ModelQuery models) {
        this.benchmarks = benchmarks;
        this.models = models;
    }

    /** Some items of a list, and how many results were left out. */
    private record Part<T>(List<T> items, boolean hasMore, long unknownResults) {}

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/benchmarks/{benchmarkId}/leads", this::leads);
        server.routes.get("/v1/benchmarks/{benchmarkId}/records", this::records);
        server.routes.get("/v1/benchmarks/{benchmarkId}/windows", this::windows);
    }

    private void leads(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST.and(BY));
        answer(request, asked, race -> race.leads(start(asked)), LeadWindow::openedAt, window -> window);
    }

    private void records(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST.and(BY));
        answer(
                request,
                asked,
                race -> race.records(start(asked)),
                FrontierRecord::at,
                record -> view(record, asked.question()));
    }

    private void windows(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST.and(BY, "size", "from", "to"));
        WindowSize size = WindowSize.valueOf(asked.word("size", List.of("P1M", "P3M", "P1Y")));
        @Nullable Instant from =
                asked.afterTime().map(size::endOf).or(() -> asked.bound("from")).orElse(null);
        @Nullable Instant to = asked.bound("to").orElse(null);
        answer(request, asked, race -> race.windows(size, from, to), CompetitiveWindow::from, window -> window);
    }

    private <T> void answer(
            Context request,
            Asked asked,
            Function<RaceView, Cursor<T>> list,
            Function<T, Instant> key,
            Function<T, Object> view) {
        String benchmarkId = request.pathParam("benchmarkId");
        boolean byOpenness = asked.word(BY, List.of("company", "openness")).equals("openness");
        Between between = byOpenness ? Between.OPENNESS : Between.COMPANIES;
        Part<T> part = benchmarks
                .ask(benchmarkId, asked.question(), between, race -> read(race, list, asked.limit(), byOpenness))
                .orElseThrow(() -> BenchmarksHandler.unknown(benchmarkId, asked));
        List<T> items = part.items();
        String next = part.hasMore()
                ? asked.nextCursor(key.apply(items.get(items.size() - 1)).toString())
                : null;
        request.jsonStream(new Page<>(
                asked.question().asOf(),
                asked.question().knownAt(),
                items.stream().map(view).toList(),
                next,
                byOpenness ? part.unknownResults() : null));
    }

    private static <T> Part<T> read(
            RaceView race, Function<RaceView, Cursor<T>> list, int limit, boolean countUnknown) {
        List<T> items = new ArrayList<>();
        try (Cursor<T> cursor = list.apply(race)) {
            while (cursor.hasNext() && items.size() < limit) {
                items.add(cursor.next());
            }
            return new Part<>(items, cursor.hasNext(), countUnknown ? race.unknownResults() : 0);
        }
    }

    private RecordView view(FrontierRecord record, Question question) {
        FrontierRecord.CatchUp catchUp = record.catchUp();
        if (catchUp == null) {
            return RecordView.of(record, null);
        }
        CatchUpCost cost =
                new CatchUpCost(models.costed(catchUp.modelId(), question), models.costed(record.modelId(), question));
        return RecordView.of(record, RecordView.CatchUpView.of(catchUp, cost));
    }

    /** The first instant after the last item of the page before. */
    private static @Nullable Instant start(Asked asked) {
        return asked.afterTime().map(last -> last.plusMillis(1)).orElse(null);
    }
}
