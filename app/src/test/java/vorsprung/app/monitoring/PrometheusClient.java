package vorsprung.app.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Asks a Prometheus. */
record PrometheusClient(String url) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The result of a query; the whole answer, with its error, when it is not one. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        JsonNode answer = ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return answer.path("status").asText().equals("success") ? answer.at("/data/result") : answer;
    }

    /** The names of all metrics it has ever seen. */
    Set<String> names() throws IOException, InterruptedException {
        Set<String> names = new HashSet<>();
        ask("/api/v1/label/__name__/values").path("data").forEach(name -> names.add(name.asText()));
        return names;
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
