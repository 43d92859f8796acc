package vorsprung.app.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What the tests do with a registry: schemas of type string under different names. */
record RegistryClient(String url) {

    private static final String SCHEMA_JSON = "application/vnd.schemaregistry.v1+json";

    /** The registry's answer, which names the schema's id. */
    String register(String subject) throws IOException, InterruptedException {
        String record = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"" + subject + "\\\",\\\"fields\\\":[]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
                .header("Content-Type", SCHEMA_JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"" + record + "\"}"))
                .build();
        return send(request);
    }

    /** The registry's answer to what it holds under a subject. */
    String latest(String subject) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions/latest"))
                .build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
