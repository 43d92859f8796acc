package vorsprung.processor.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vorsprung.http.Health;
import vorsprung.http.HttpServer;
import vorsprung.http.HttpSettings;
import vorsprung.http.Listener;
import vorsprung.http.Readiness;
import vorsprung.http.Routes;
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
     */
    public record Sources(Queries queries, Feed feed, Supplier<Status> status, Readiness readiness) {}

    /** Set up, not started. */
    public ApiServer(HttpSettings settings, PrometheusMeterRegistry metrics, Sources sources) {
        this.stream = new StreamHandler(sources.feed());
        this.server = new HttpServer(settings, metrics, routes(sources));
    }

    /** The same on a port that is bound already, with what is told to peers. */
    public ApiServer(Listener listener, PrometheusMeterRegistry metrics, Sources sources, PeersHandler peers) {
        this.stream = new StreamHandler(sources.feed());
        List<Routes> routes = new ArrayList<>(routes(sources));
        routes.add(peers);
        this.server = new HttpServer(listener, metrics, routes);
    }

    private List<Routes> routes(Sources sources) {
        Queries queries = sources.queries();
        return List.of(
                new QueryProblems(),
                new TermsOfRequests(queries.terms()),
                new ReadYourWrites(queries.await()),
                new Health(sources.readiness()),
                new CompaniesHandler(queries.companies()),
                new BenchmarksHandler(queries.benchmarks(), queries.companies()),
                new RaceHandler(queries.benchmarks(), queries.models()),
                new ModelsHandler(queries.models(), queries.scores()),
                new CapabilityHandler(queries.benchmarks()),
                new EventsHandler(queries.events()),
                new SignalsHandler(queries.signals()),
                new ChangesHandler(sources.feed()),
                new StatusHandler(sources.status()),
                stream);
    }

    /** Binds the port and answers from then on. */
    public void start() {
        server.start();
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
