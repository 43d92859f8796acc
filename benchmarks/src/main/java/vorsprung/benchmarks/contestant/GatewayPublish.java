package vorsprung.benchmarks.contestant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.ingest.Ingest;
import vorsprung.topic.EventType;

/** Publishes through the gateway over HTTP, from four clients at once, 500 events a request: all or nothing each. */
final class GatewayPublish implements Work {
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        try (Ingest ingest = new Ingest(Batches.settings(assignment), InstantSource.system())) {
            ingest.start();
            URL events = URI.create(
                            "http://127.0.0.1:" + ingest.port() + "/v1/events/" + EventType.BENCHMARK_RESULT.label())
                    .toURL();
            return Batches.publish(
                    assignment,
                    batch -> Batches.json(batch).getBytes(StandardCharsets.UTF_8),
                    body -> post(events, body));
        }
    }

    /** Once more, when Kafka did not take it. */
    private static void post(URL events, byte[] body) throws IOException {
        int status = send(events, body);
        if (status == UNAVAILABLE) {
            status = send(events, body);
        }
        if (status != CREATED) {
            throw new IllegalStateException("the gateway answered " + status);
        }
    }

    /** By the plainest of the JDK's clients: what a client takes of the processors is no cost of the gateway. */
    private static int send(URL events, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) events.openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream sent = connection.getOutputStream()) {
            sent.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status == CREATED ? connection.getInputStream() : connection.getErrorStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
        return status;
    }
}
