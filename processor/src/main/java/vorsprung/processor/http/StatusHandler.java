package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;
import vorsprung.http.Routes;
import vorsprung.processor.query.Status;

/** {@code /v1/status}: instances, partitions, lag, versions. */
final class StatusHandler implements Routes {
    private final Supplier<Status> status;

    StatusHandler(Supplier<Status> status) {
        this.status = status;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/status", this::answer);
    }

    private void answer(Context request) {
        Parameters.OF_NOW.check(request);
        request.header("Cache-Control", "no-store").json(status.get());
    }
}
