package vorsprung.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vorsprung.http.Health;
import vorsprung.http.HttpServer;
import vorsprung.http.HttpSettings;
import vorsprung.ingest.publish.CompactedTopic;
import vorsprung.ingest.source.Pause;
import vorsprung.ingest.source.Source;
import vorsprung.ingest.source.SourceMetrics;
import vorsprung.ingest.source.Watcher;
import vorsprung.topic.Topics;

/** The watching of public sources: what their watchers share, and the port of their metrics. */
public final class SourceWatch implements AutoCloseable {
    private final CompactedTopic store;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Watcher.Tools tools;
    private Optional<HttpServer> server = Optional.empty();

    SourceWatch(Ingest ingest, IngestConfig config, Pause pause, InstantSource clock) {
        this.store = new CompactedTopic(Topics.SOURCE_STATE, config.publish());
        this.tools = new Watcher.Tools(
                ingest.intake(),
                ingest.publisher(),
                store,
                new SourceMetrics(registry),
                pause,
                clock,
                RandomGenerator.getDefault());
    }

    /** A watcher of a source at these addresses, which has not looked yet. */
    public Watcher watcher(Source source, List<URI> addresses, boolean acceptDeletions) {
        return new Watcher(source, addresses, tools, acceptDeletions);
    }

    /**
     * Serves {@code /metrics} and {@code /healthz}; returns the port.
     *
     * @throws vorsprung.http.PortTakenException when the port cannot be bound
     */
    public int serve(HttpSettings settings) {
        HttpServer started = new HttpServer(settings, registry, List.of(new Health(List::of)));
        started.start();
        server = Optional.of(started);
        return started.port();
    }

    @Override
    public void close() {
        server.ifPresent(HttpServer::close);
        store.close();
    }
}
