package vorsprung.processor.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import vorsprung.http.Health;
import vorsprung.http.HttpServer;
import vorsprung.http.HttpSettings;
import vorsprung.http.Readiness;
import vorsprung.processor.feed.Feed;
import vorsprung.processor.query.Queries;

/** The server of the query API. */
public final class ApiServer implements AutoCloseable {
    private final HttpServer server;
    private final StreamHandler stream;

    /** Set up, not started. */
    public ApiServer(
            HttpSettings settings, PrometheusMeterRegistry metrics, Queries queries, Feed feed, Readiness readiness) {
        this.stream = new StreamHandler(feed);
        this.server = new HttpServer(
                settings,
                metrics,
                List.of(
                        new QueryProblems(),
                        new ReadYourWrites(queries.await()),
                        new Health(readiness),
                        new CompaniesHandler(queries.companies()),
                        new BenchmarksHandler(queries.benchmarks(), queries.companies()),
                        new RaceHandler(queries.benchmarks(), queries.models()),
                        new ModelsHandler(queries.models(), queries.scores()),
                        new CapabilityHandler(queries.benchmarks()),
                        new EventsHandler(queries.events()),
                        new SignalsHandler(queries.signals()),
                        new ChangesHandler(feed),
                        stream));
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
