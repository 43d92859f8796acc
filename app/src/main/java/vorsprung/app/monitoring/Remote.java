package vorsprung.app.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import vorsprung.app.client.JsonText;

/** A server of the alert chain, asked over HTTP; whatever goes wrong is a {@link Fault} in a sentence. */
final class Remote {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ERRORS_FROM = 300;

    private final String name;
    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** What is wrong, and how to mend it. */
    static final class Fault extends Exception {
        Fault(String message) {
            super(message);
        }
    }

    Remote(String name, String base) {
        this.name = name;
        this.base = base.replaceAll("/+$", "");
    }

    String base() {
        return base;
    }

    /** The text at a path. */
    String text(String path, Optional<String> token) throws Fault {
        HttpRequest.Builder request = request(path);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return send(request.build());
    }

    /** The JSON at a path. */
    JsonNode json(String path) throws Fault {
        String text = send(request(path).build());
        try {
            return JsonText.read(text);
        } catch (JsonProcessingException e) {
            throw new Fault(
                    name + " at " + base + " answers " + path + " with something else than JSON: is it " + name + "?");
        }
    }

    /** Sends JSON to a path. */
    void post(String path, JsonNode json) throws Fault {
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonText.line(json)))
                .build());
    }

    private HttpRequest.Builder request(String path) throws Fault {
        try {
            return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        } catch (IllegalArgumentException e) {
            throw new Fault("\"" + base + "\" is no address of " + name + ": " + e.getMessage());
        }
    }

    private String send(HttpRequest request) throws Fault {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= ERRORS_FROM) {
                throw new Fault(name + " answers " + request.uri() + " with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new Fault(name + " does not answer at " + base + "; is it running, and is the address right?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted while " + name + " was asked");
        }
    }
}
