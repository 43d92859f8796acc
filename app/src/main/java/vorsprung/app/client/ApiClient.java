package vorsprung.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks one of the services, and waits for the answer within limits.
 *
 * <p>Each method throws {@link ProblemException} when the service refuses, {@link UnreachableException} when it does
 * not answer.
 */
public final class ApiClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int ERRORS_FROM = 400;
    private static final int REDIRECTS_FROM = 300;

    private final Endpoint endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    public ApiClient(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** What the service says at this path. */
    public Answer get(ApiPath path) {
        return send(request(path).GET().build());
    }

    /** What the service says to this JSON. */
    public Answer post(ApiPath path, JsonNode json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonText.line(json), StandardCharsets.UTF_8))
                .build());
    }

    /**
     * What the service tells from now on at this path; to be closed.
     *
     * @param lastEventId goes on behind this event; absent: with what comes next
     */
    public ServerEvents follow(ApiPath path, Optional<String> lastEventId) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<InputStream> response = exchange(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() >= REDIRECTS_FROM) {
            throw ProblemException.of(endpoint, response.statusCode(), parse(text(response.body())));
        }
        return ServerEvents.reading(response.body(), endpoint, lastEventId);
    }

    private HttpRequest.Builder request(ApiPath path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.at(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json, application/problem+json");
        endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        Optional<Answer> answer = parse(response.body());
        if (response.statusCode() >= ERRORS_FROM) {
            throw ProblemException.of(endpoint, response.statusCode(), answer);
        }
        return answer.filter(some -> response.statusCode() < REDIRECTS_FROM)
                .orElseThrow(() -> UnreachableException.notJson(endpoint, response.statusCode()));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
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

    private static Optional<Answer> parse(String body) {
        try {
            return Optional.of(JsonText.read(body))
                    .filter(node -> node.isObject() || node.isArray())
                    .map(Answer::new);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
