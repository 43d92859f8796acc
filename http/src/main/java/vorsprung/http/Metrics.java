package vorsprung.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** {@code /metrics}: Prometheus text, or OpenMetrics when the scraper asks for it. */
public final class Metrics implements Routes {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final PrometheusMeterRegistry registry;

    public Metrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/metrics", this::scrape);
    }

    private void scrape(Context request) {
        String accepted = request.header("Accept");
        String type = accepted != null && accepted.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : TEXT;
        request.contentType(type).header("Cache-Control", "no-store").result(registry.scrape(type));
    }
}
