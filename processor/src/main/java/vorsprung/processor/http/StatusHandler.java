package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Supplier;
import vorsprung.http.Routes;
import vorsprung.processor.query.Status;

/** {@code /v1/status}: instances, partitions, lag, versions. */
final class StatusHandler implements Routes {
    private static final Set<String> PARAMETERS = Set.of("timeout");

    private final Supplier<Status> status;

    StatusHandler(Supplier<Status> status) {
        this.status = status;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/status", this::answer);
    }

    private void answer(Context request) {
        Asked.check(request, PARAMETERS);
        request.header("Cache-Control", "no-store").json(status.get());
    }
}
