package vorsprung.benchmarks.contestant;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.ingest.Ingest;
import vorsprung.topic.EventType;

/** Publishes through the gateway over HTTP, from four clients at once, 500 events a request: all or nothing each. */
final class GatewayPublish implements Work {
    private static final int CREATED = 201;

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        try (Ingest ingest = new Ingest(Batches.settings(assignment), InstantSource.system())) {
            ingest.start();
            URI events = URI.create(
                    "http://127.0.0.1:" + ingest.port() + "/v1/events/" + EventType.BENCHMARK_RESULT.label());
            HttpClient client = HttpClient.newHttpClient();
            return Batches.publish(
                    assignment,
                    batch -> Batches.json(batch).getBytes(StandardCharsets.UTF_8),
                    (worker, body) -> post(client, events, body));
        }
    }

    private static void post(HttpClient client, URI events, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException("the gateway answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
