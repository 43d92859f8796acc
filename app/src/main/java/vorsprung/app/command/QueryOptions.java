package vorsprung.app.command;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.Endpoint;
import vorsprung.app.client.Service;

/** Which query API is asked, and for which times. */
public final class QueryOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:VORSPRUNG_URL:-http://127.0.0.1:8080}",
            description = "The query API. Default: VORSPRUNG_URL, else http://127.0.0.1:8080.")
    private String url = "";

    @Mixin
    private final TokenOptions tokens = new TokenOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The market as it was then: 2025-03-31, 2025-03, 2025 or an instant. Default: now.")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description = "Only what had been reported by then, in the same forms. Default: now.")
    private Optional<String> knownAt = Optional.empty();

    /** Asks the query API. */
    ApiClient client() {
        return new ApiClient(Endpoint.of(Service.QUERY_API, url, tokens.token()));
    }

    /** The path of these segments below {@code /v1}, asked for the times. */
    ApiPath path(String... segments) {
        return ApiPath.of("v1", segments).with("asOf", asOf).with("knownAt", knownAt);
    }
}
