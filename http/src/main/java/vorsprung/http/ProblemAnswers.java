package vorsprung.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that ends a request early into a {@link Problem}, in one place. */
public final class ProblemAnswers implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.exception(ProblemException.class, ProblemAnswers::known);
        server.routes.exception(HttpResponseException.class, ProblemAnswers::framework);
        server.routes.exception(EofException.class, (gone, request) -> LOG.debug("Client went away", gone));
        server.routes.exception(Exception.class, ProblemAnswers::bug);
        server.router.javaLangErrorHandler((response, error) -> {
            LOG.error("A request ended in an error", error);
            response.setStatus(500);
        });
    }

    static String json(Problem problem) {
        try {
            return Json.writer().writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void known(ProblemException e, Context request) {
        e.headers().forEach(request::header);
        answer(request, e.problem());
    }

    private static void framework(HttpResponseException e, Context request) {
        int status = e.getStatus();
        if (status == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            allowed(e.getDetails(), request);
        } else if (status == HttpStatus.NOT_FOUND.getCode()) {
            answer(request, Problem.of(status, "Nothing answers to this path"));
        } else {
            answer(request, Problem.of(status, String.valueOf(e.getMessage())));
        }
    }

    private static void allowed(Map<String, String> details, Context request) {
        String methods = details.getOrDefault("availableMethods", "");
        request.header("Allow", methods);
        answer(request, Problem.of(405, "This path answers to " + methods + ", not to " + request.method()));
    }

    private static void bug(Exception e, Context request) {
        LOG.error("{} {} failed", request.method(), request.path(), e);
        answer(request, Problem.of(500, "Something is wrong on this side; it has been logged"));
    }

    /** Answers with the problem; always UTF-8, as JSON is. */
    public static void answer(Context request, Problem problem) {
        request.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(Problem.MEDIA_TYPE)
                .result(json(problem.at(request.path())).getBytes(StandardCharsets.UTF_8));
    }
}
