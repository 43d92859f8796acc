package vorsprung.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a service once and reads the whole answer.
 *
 * <p>By the older of the JDK's two clients: the newer one makes ready for TLS whether it is needed or not, and leaves a
 * thread in native code, for which the virtual machine waits at its end. A short command would take half a second longer.
 */
final class Exchange {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int ERRORS_FROM = 400;

    static {
        // Else a POST whose connection breaks is sent again, and nobody is told.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final Endpoint endpoint;

    /**
     * What came back.
     *
     * @param status HTTP's
     * @param body all of it; empty when there was none
     */
    record Reply(int status, String body) {}

    Exchange(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    Reply get(ApiPath path) throws IOException {
        return reply(connection(path));
    }

    Reply post(ApiPath path, String json) throws IOException {
        HttpURLConnection connection = connection(path);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return reply(connection);
    }

    private HttpURLConnection connection(ApiPath path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.at(path).toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) ANSWER_TIMEOUT.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json, application/problem+json");
        endpoint.token().ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
        return connection;
    }

    private static Reply reply(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new ProtocolException("what came back is not HTTP");
        }
        InputStream body = status < ERRORS_FROM ? connection.getInputStream() : connection.getErrorStream();
        return new Reply(status, body == null ? "" : text(body));
    }

    private static String text(InputStream body) throws IOException {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
