package vorsprung.app.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Asks the registry whether it is ready. */
record RegistryHealth(int port) {

    private static final int TIMEOUT_MS = (int) Duration.ofSeconds(2).toMillis();

    /** True once it says so; false while it does not answer at all, too. */
    boolean ready() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://" + LoopbackPort.HOST + ":" + port + "/health/ready")
                            .toURL()
                            .openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
