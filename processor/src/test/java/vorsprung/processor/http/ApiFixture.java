package vorsprung.processor.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import vorsprung.http.HttpSettings;
import vorsprung.processor.query.Restoring;
import vorsprung.processor.query.Status;
import vorsprung.processor.topology.TopologyFixture;

/** The query API on a free port, over the stores of a topology; its feed is told what it reads. */
final class ApiFixture implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Status.Versions VERSIONS = new Status.Versions("4.4.0", "17");

    private final TopologyFixture market = new TopologyFixture();
    private final FakeFeed feed = new FakeFeed();
    private final ApiServer server = new ApiServer(
            HttpSettings.loopback(0, "--port"),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            new ApiServer.Sources(market.queries(), feed, ApiFixture::status, List::of, "'self'"));
    private final HttpClient client = HttpClient.newHttpClient();

    private static Status status() {
        return new Status(
                VERSIONS,
                "RUNNING",
                List.of(new Status.Instance("127.0.0.1:8080", true, "RUNNING", VERSIONS, 1, 0, 2L, Restoring.NOTHING)),
                List.of(new Status.Partition("127.0.0.1:8080", "market.funding-rounds", 0, "0_0", "active", 5, 7, 2)),
                List.of(new Status.Store("127.0.0.1:8080", "reports-by-company", 0, 0)));
    }

    ApiFixture() {
        server.start();
    }

    /** What the server answers to. */
    Set<String> endpoints() {
        return server.endpoints();
    }

    /** What is published and asked about. */
    TopologyFixture market() {
        return market;
    }

    /** What is read by the stream and the list of changes. */
    FakeFeed feed() {
        return feed;
    }

    /** Where the server listens. */
    int port() {
        return server.port();
    }

    /** The answer to a question about a path. */
    HttpResponse<String> ask(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** The answer to a request without a body. */
    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of the answer. */
    JsonNode json(String path) {
        return parsed(ask(path).body());
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        market.close();
    }
}
