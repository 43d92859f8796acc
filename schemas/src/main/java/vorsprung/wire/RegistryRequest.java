package vorsprung.wire;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A question to the registry, wherever it is.
 *
 * @param method HTTP method
 * @param path path below the address, its parts encoded
 * @param body JSON; absent for none
 */
record RegistryRequest(String method, String path, @Nullable String body) {
    private static final String SENT = "application/vnd.schemaregistry.v1+json";
    private static final String TAKEN =
            "application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json; q=0.9, application/json; q=0.8";

    static RegistryRequest get(String path) {
        return new RegistryRequest("GET", path, null);
    }

    static RegistryRequest post(String path, String body) {
        return new RegistryRequest("POST", path, body);
    }

    static RegistryRequest put(String path, String body) {
        return new RegistryRequest("PUT", path, body);
    }

    /** One part of a path. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HttpRequest at(RegistryAddress address, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path))
                .timeout(timeout)
                .header("Accept", TAKEN)
                .method(method, publisher());
        if (body != null) {
            request.header("Content-Type", SENT);
        }
        if (address.authorization() != null) {
            request.header("Authorization", address.authorization());
        }
        return request.build();
    }

    private HttpRequest.BodyPublisher publisher() {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    String describe(RegistryAddress address) {
        return method + " " + address + path;
    }
}
