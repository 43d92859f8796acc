package vorsprung.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** An HTTP server with our manners: problem details, security headers, metrics by route, a graceful stop. */
public final class HttpServer implements AutoCloseable {
    /** An eventId in a path may hold a slash or a percent sign, so these must pass when encoded. */
    private static final UriCompliance ENCODED_IDS =
            UriCompliance.from("DEFAULT,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING,SUSPICIOUS_PATH_CHARACTERS");

    private final HttpSettings settings;
    private final Listener listener;
    private final FirstAlone first = new FirstAlone();
    private final Javalin javalin;

    /** Set up, not started. {@code registry} takes the request metrics and is served at {@code /metrics}. */
    public HttpServer(HttpSettings settings, PrometheusMeterRegistry registry, List<Routes> routes) {
        this(new Listener(settings), registry, routes);
    }

    /** The same on a listener that may be bound already; it is closed with the server. */
    public HttpServer(Listener listener, PrometheusMeterRegistry registry, List<Routes> routes) {
        this.settings = listener.settings();
        this.listener = listener;
        List<Routes> all = List.copyOf(routes);
        this.javalin = Javalin.create(config -> configure(config, registry, all));
    }

    /**
     * Binds the port and answers from then on.
     *
     * @throws PortTakenException when the port cannot be bound
     */
    public void start() {
        listener.bind();
        javalin.start();
    }

    /** The port it listens on, which the system chose when 0 was asked for. */
    public int port() {
        return javalin.port();
    }

    /** The certificate in use. */
    Optional<Tls> tls() {
        return listener.tls();
    }

    /** What it answers to, as method and path template; HEAD and OPTIONS, which go without saying, are left out. */
    public Set<String> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + ' ' + endpoint.path)
                .filter(name -> !name.startsWith("HEAD ") && !name.startsWith("OPTIONS "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Refuses new requests, waits for those under way up to the stop timeout, then closes the port. */
    @Override
    public void close() {
        javalin.stop();
        listener.close();
    }

    private void configure(JavalinConfig config, PrometheusMeterRegistry registry, List<Routes> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.maxBodyBytes();
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jsonMapper(new JsonAnswers());
        config.jetty.addConnector(listener::connect);
        config.jetty.modifyServer(this::configure);
        config.jetty.modifyHttpConfiguration(HttpServer::configure);
        config.jetty.modifyServletContextHandler(HttpServer::configure);
        addRoutes(config, registry, routes);
    }

    private void addRoutes(JavalinConfig config, PrometheusMeterRegistry registry, List<Routes> routes) {
        listener.tls().ifPresent(tls -> addExpiry(tls, registry));
        RequestMetrics metrics = new RequestMetrics(registry);
        config.requestLogger.http(metrics::record);
        config.routes.before(request -> first.arrived());
        config.routes.before(SecurityHeaders::addTo);
        config.routes.before(answer -> answer.header("Vary", "Accept-Encoding"));
        config.routes.after(EntityTags::addTo);
        new ProblemAnswers().addTo(config);
        new Metrics(registry).addTo(config);
        routes.forEach(each -> each.addTo(config));
        ImpliedMethods.addTo(config);
    }

    private static void addExpiry(Tls tls, PrometheusMeterRegistry registry) {
        Gauge.builder(
                        "vorsprung.certificate.expiry.timestamp",
                        tls,
                        each -> each.expiry().getEpochSecond())
                .description("When the certificate ends, seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    private void configure(Server server) {
        server.setStopTimeout(settings.stopTimeout().toMillis());
        server.setErrorHandler(new EarlyProblems());
        server.insertHandler(first);
        server.insertHandler(new GracefulHandler());
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setUriCompliance(ENCODED_IDS);
    }

    private static void configure(ServletContextHandler context) {
        context.getServletHandler().setDecodeAmbiguousURIs(true);
    }
}
