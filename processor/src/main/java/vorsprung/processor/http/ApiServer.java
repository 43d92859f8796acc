package vorsprung.processor.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vorsprung.access.Protection;
import vorsprung.http.ApiDocument;
import vorsprung.http.Health;
import vorsprung.http.HttpServer;
import vorsprung.http.HttpSettings;
import vorsprung.http.Listener;
import vorsprung.http.Readiness;
import vorsprung.http.Routes;
import vorsprung.processor.explain.Explainer;
import vorsprung.processor.feed.Feed;
import vorsprung.processor.query.Queries;
import vorsprung.processor.query.Status;

/** The server of the query API. */
public final class ApiServer implements AutoCloseable {
    private final HttpServer server;
    private final StreamHandler stream;

    /**
     * What the API answers from.
     *
     * @param queries questions to the stores
     * @param feed changes and signals as they happen
     * @param status how the processor stands
     * @param readiness what keeps it from answering
     * @param frameAncestors who may show the embeddable chart in a frame, as the CSP directive has it
     */
    public record Sources(
            Queries queries, Feed feed, Supplier<Status> status, Readiness readiness, String frameAncestors) {}

    /**
     * Who is let in.
     *
     * @param protection of the questions below {@code /v1}
     * @param peers what is told to other instances
     */
    public record Access(Protection protection, PeersHandler peers) {}

    /** Set up, not started; open to whoever reaches it, and alone. */
    public ApiServer(HttpSettings settings, PrometheusMeterRegistry metrics, Sources sources) {
        this.stream = new StreamHandler(sources.feed());
        this.server = new HttpServer(settings, metrics, routes(sources, Protection.none()));
    }

    /** Set up, not started, on a port that may be bound already; with tokens, only {@code query} is answered. */
    public ApiServer(Listener listener, PrometheusMeterRegistry metrics, Sources sources, Access access) {
        this.stream = new StreamHandler(sources.feed());
        List<Routes> routes = new ArrayList<>(routes(sources, access.protection()));
        routes.add(access.peers());
        this.server = new HttpServer(listener, metrics, routes);
    }

    private List<Routes> routes(Sources sources, Protection protection) {
        List<Routes> routes = new ArrayList<>(protection.routes(InstantSource.system()));
        routes.add(Protection.queriesOnly());
        routes.addAll(routes(sources));
        return routes;
    }

    private List<Routes> routes(Sources sources) {
        Queries queries = sources.queries();
        return List.of(
                new QueryProblems(),
                server -> server.routes.before("/v1/*", Parameters::checkFilled),
                new TermsOfRequests(queries.terms()),
                new ReadYourWrites(queries.await()),
                new Health(sources.readiness()),
                new CompaniesHandler(queries.companies()),
                new BenchmarksHandler(queries.benchmarks(), queries.companies()),
                new RaceHandler(queries.benchmarks(), queries.models()),
                new ModelsHandler(queries.models(), queries.scores()),
                new WhyHandler(new Explainer(queries)),
                new CapabilityHandler(queries.benchmarks()),
                new EventsHandler(queries.events()),
                new SignalsHandler(queries.signals()),
                new ChangesHandler(sources.feed()),
                new StatusHandler(sources.status()),
                stream,
                new ApiDocument("vorsprung/processor/openapi.yaml"),
                new Dashboard(sources.frameAncestors()));
    }

    /** Binds the port and answers from then on. */
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
        stream.close();
        server.close();
    }
}
