package vorsprung.app.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.Endpoint;
import vorsprung.app.client.Service;

/** Which query API is asked. */
public final class ApiOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:VORSPRUNG_URL:-http://127.0.0.1:8080}",
            description = "The query API. Default: VORSPRUNG_URL, else http://127.0.0.1:8080.")
    private String url = "";

    @Mixin
    private final TokenOptions tokens = new TokenOptions();

    /** Asks the query API. */
    ApiClient client() {
        return new ApiClient(Endpoint.of(Service.QUERY_API, url, tokens.token()));
    }
}
