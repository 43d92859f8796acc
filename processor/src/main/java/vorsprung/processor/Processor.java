package vorsprung.processor;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vorsprung.http.HttpSettings;
import vorsprung.processor.feed.Feed;
import vorsprung.processor.http.ApiServer;
import vorsprung.processor.metrics.EventMetrics;
import vorsprung.processor.metrics.MarketGauges;
import vorsprung.processor.query.LocalStores;
import vorsprung.processor.query.Queries;
import vorsprung.processor.report.WireEventReader;
import vorsprung.processor.runtime.EventTopics;
import vorsprung.processor.runtime.Refresh;
import vorsprung.processor.runtime.StatusProbe;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.topology.MarketTopology;
import vorsprung.processor.topology.Writers;
import vorsprung.topic.Position;

/** The processor role: Kafka Streams over the event topics, and the query API over its stores. */
public final class Processor implements AutoCloseable {
    private final StreamsRuntime streams;
    private final Queries queries;
    private final ApiServer api;
    private final Refresh gauges;

    private Processor(StreamsRuntime streams, Queries queries, ApiServer api, Refresh gauges) {
        this.streams = streams;
        this.queries = queries;
        this.api = api;
        this.gauges = gauges;
    }

    /**
     * Wires the role; the event topics must exist.
     *
     * @throws IllegalStateException if they do not, or not with one number of partitions; the message says what to do
     */
    public static Processor of(ProcessorConfig config) {
        Map<String, Object> clients = config.clientSettings();
        int partitions = new EventTopics(clients).partitions();
        WireEventReader reader = new WireEventReader(config.registry());
        Writers writers = Writers.of(config.registry());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        StreamsRuntime streams = new StreamsRuntime(
                MarketTopology.build(new MarketTopology.Parts(
                        reader, writers, partitions, config.thresholds(), new EventMetrics(metrics))),
                StreamsSettings.of(config));
        Queries queries = new Queries(new LocalStores(streams, partitions), reader, config.maxReplayedReports());
        HttpSettings http = HttpSettings.loopback(config.apiPort(), "--port (setting api.port)")
                .on(config.apiHost());
        ApiServer.Sources sources = new ApiServer.Sources(
                queries,
                new Feed(clients, writers),
                new StatusProbe(streams.client())::status,
                streams::reasonsNotReady,
                config.frameAncestors());
        MarketGauges gauges = new MarketGauges(metrics, queries);
        return new Processor(
                streams,
                queries,
                new ApiServer(http, metrics, sources),
                new Refresh(gauges::refresh, config.metricsInterval()));
    }

    /** Starts to process, and to answer. */
    public void start() {
        streams.start();
        api.start();
        gauges.start();
    }

    /** The port of the query API. */
    public int port() {
        return api.port();
    }

    /** Whether the stores hold everything up to a position before the timeout ends. */
    public boolean await(Position position, Duration timeout) {
        return queries.await().reaches(position, timeout);
    }

    /** What keeps it from answering, each in a sentence; empty when it is ready. */
    public List<String> reasonsNotReady() {
        return streams.reasonsNotReady();
    }

    /**
     * Waits for the end.
     *
     * @throws IllegalStateException with what killed the streams as its cause
     */
    public void awaitEnd() throws InterruptedException {
        streams.await();
    }

    @Override
    public void close() {
        gauges.close();
        api.close();
        streams.close();
    }
}
