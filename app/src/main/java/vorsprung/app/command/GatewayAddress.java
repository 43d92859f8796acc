package vorsprung.app.command;

import picocli.CommandLine.Option;

/** Where the publish gateway is. */
public final class GatewayAddress {

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "${env:VORSPRUNG_GATEWAY:-http://127.0.0.1:8082}",
            description = "The publish gateway. Default: VORSPRUNG_GATEWAY, else http://127.0.0.1:8082.")
    private String url = "";

    /** As it was given. */
    String url() {
        return url;
    }
}
