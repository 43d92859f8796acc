package vorsprung.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Opens a stream of events: by a client whose answers may go on for ever and can be given up at any time. */
final class Subscription {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int REDIRECTS_FROM = 300;

    private final Endpoint endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    Subscription(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    ServerEvents follow(ApiPath path, Optional<String> lastEventId) {
        HttpResponse<InputStream> response = send(request(path, lastEventId));
        if (response.statusCode() >= REDIRECTS_FROM) {
            throw ProblemException.of(endpoint, response.statusCode(), ApiClient.parse(text(response.body())));
        }
        return ServerEvents.reading(response.body(), endpoint, lastEventId);
    }

    private HttpRequest request(ApiPath path, Optional<String> lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.at(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "text/event-stream");
        endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        return request.build();
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw UnreachableException.of(endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnreachableException.of(endpoint, new InterruptedIOException("interrupted"));
        }
    }

    private String text(InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UnreachableException.of(endpoint, e);
        }
    }
}
