package vorsprung.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /healthz} (the process answers) and {@code /readyz} (it can work; 503 with the reasons while it cannot). */
public final class Health implements Routes {
    private final Readiness readiness;

    /** The answer of both paths. */
    record View(
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reasons) {}

    public Health(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/healthz", request -> answer(request, 200, new View("up", List.of())));
        server.routes.get("/readyz", this::ready);
    }

    private void ready(Context request) {
        List<String> reasons = readiness.reasons();
        boolean ready = reasons.isEmpty();
        answer(request, ready ? 200 : 503, new View(ready ? "ready" : "not ready", reasons));
    }

    private static void answer(Context request, int status, View view) {
        request.status(status).header("Cache-Control", "no-store").json(view);
    }
}
