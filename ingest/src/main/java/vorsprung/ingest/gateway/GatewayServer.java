package vorsprung.ingest.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vorsprung.access.Protection;
import vorsprung.http.ApiDocument;
import vorsprung.http.Health;
import vorsprung.http.HttpServer;
import vorsprung.http.HttpSettings;
import vorsprung.http.Readiness;
import vorsprung.http.Routes;

/** The publish gateway's server: events, {@code /healthz}, {@code /readyz}, {@code /metrics}, {@code /openapi.yaml}, {@code /docs}. */
public final class GatewayServer implements AutoCloseable {
    private final HttpServer server;

    /** Set up, not started; with tokens, only callers that may publish are served. */
    public GatewayServer(
            HttpSettings settings,
            Gateway gateway,
            Protection protection,
            Readiness readiness,
            PrometheusMeterRegistry registry,
            InstantSource clock) {
        EventsHandler events = new EventsHandler(gateway, settings.maxBodyBytes());
        List<Routes> routes = new ArrayList<>(protection.routes(clock));
        routes.addAll(List.of(new Health(readiness), events, new ApiDocument("vorsprung/ingest/openapi.yaml")));
        this.server = new HttpServer(settings, registry, routes);
    }

    /**
     * Answers from now on.
     *
     * @throws vorsprung.http.PortTakenException when the port cannot be bound
     */
    public void start() {
        server.start();
    }

    /** What it answers to, as method and path template. */
    Set<String> endpoints() {
        return server.endpoints();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
