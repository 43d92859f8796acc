package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import vorsprung.http.Problem;
import vorsprung.http.ProblemAnswers;
import vorsprung.http.Routes;
import vorsprung.processor.query.NotReadyException;
import vorsprung.processor.query.TooMuchException;

/** What keeps a question from its answer, as status codes; the only place that chooses them. */
final class QueryProblems implements Routes {
    private static final String SECONDS = "1";

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.exception(NotReadyException.class, (e, request) -> missing(request, e));
        server.routes.exception(TooMuchException.class, (e, request) -> answer(request, 422, e));
    }

    private static void missing(Context request, NotReadyException e) {
        request.header("Retry-After", SECONDS);
        ProblemAnswers.answer(
                request,
                Problem.of(503, String.valueOf(e.getMessage()))
                        .missing(e.missing().stream()
                                .map(each -> new Problem.Missing(each.store(), each.partition(), each.reason()))
                                .toList()));
    }

    private static void answer(Context request, int status, RuntimeException e) {
        ProblemAnswers.answer(request, Problem.of(status, String.valueOf(e.getMessage())));
    }
}
