package vorsprung.app.command;

import java.util.Optional;
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

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:VORSPRUNG_TOKEN:-}",
            description = "Token for a service that wants one. Default: VORSPRUNG_TOKEN.")
    private String token = "";

    /** Asks the query API. */
    ApiClient client() {
        return new ApiClient(Endpoint.of(Service.QUERY_API, url, Optional.of(token)));
    }
}
