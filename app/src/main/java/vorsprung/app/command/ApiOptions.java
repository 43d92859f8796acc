package vorsprung.app.command;

import picocli.CommandLine.Mixin;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.Endpoint;
import vorsprung.app.client.Service;

/** Which query API is asked, and as whom. */
public final class ApiOptions {

    @Mixin
    private final ApiAddress address = new ApiAddress();

    @Mixin
    private final TokenOptions tokens = new TokenOptions();

    /** Asks the query API. */
    ApiClient client() {
        return new ApiClient(Endpoint.of(Service.QUERY_API, address.url(), tokens.token()));
    }
}
