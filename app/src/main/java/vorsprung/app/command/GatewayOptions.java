package vorsprung.app.command;

import picocli.CommandLine.Mixin;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.Endpoint;
import vorsprung.app.client.Service;

/** Which publish gateway is used, and as whom. */
public final class GatewayOptions {

    @Mixin
    private final GatewayAddress address = new GatewayAddress();

    @Mixin
    private final TokenOptions tokens = new TokenOptions();

    /** Asks the gateway. */
    ApiClient client() {
        return new ApiClient(Endpoint.of(Service.GATEWAY, address.url(), tokens.token()));
    }
}
