package vorsprung.app.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.Endpoint;
import vorsprung.app.client.Service;

/** Which publish gateway is used. */
public final class GatewayOptions {

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "${env:VORSPRUNG_GATEWAY:-http://127.0.0.1:8082}",
            description = "The publish gateway. Default: VORSPRUNG_GATEWAY, else http://127.0.0.1:8082.")
    private String gateway = "";

    @Mixin
    private final TokenOptions tokens = new TokenOptions();

    /** Asks the gateway. */
    ApiClient client() {
        return new ApiClient(Endpoint.of(Service.GATEWAY, gateway, tokens.token()));
    }
}
