package vorsprung.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes over a socket, byte for byte. */
final class ApiClientTest {

    private static final ApiPath PATH = ApiPath.of("v1", "events");

    private final List<List<String>> heads = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aTokenIsSentAndAnAnswerRead() {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}");

        Answer answer = client().get(PATH);

        assertThat(answer.number("a"))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("1"));
        assertThat(heads.get(0))
                .contains("GET /v1/events HTTP/1.1", "Authorization: Bearer secret")
                .contains("Accept: application/json, application/problem+json");
    }

    @Test
    void aRefusalForWantOfATokenSaysWhatTheServiceSaid() {
        String problem = "{\"detail\":\"the token is not known\"}";
        answering("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\nContent-Length: " + problem.length()
                + "\r\n\r\n" + problem);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client().post(PATH, JsonNodeFactory.instance.objectNode()))
                .withMessageContaining("the token is not known")
                .withMessageContaining("--token");
    }

    @Test
    void anEventWhoseConnectionBreaksIsNotSentAgain() {
        answering("", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client().post(PATH, JsonNodeFactory.instance.objectNode()));

        assertThat(heads).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowedSinceItWouldTakeTheTokenAlong() {
        answering("HTTP/1.1 302 Found\r\nLocation: http://elsewhere.invalid/\r\nContent-Length: 0\r\n\r\n");

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client().get(PATH))
                .withMessageContaining("status 302");
    }

    @Test
    void whatIsNotHttpIsNoAnswer() {
        answering("220 mail.example.com ESMTP\r\n");

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client().get(PATH))
                .withMessageContaining("not HTTP");
    }

    @Test
    void aPortThatNobodyListensToIsNamed() throws IOException {
        server.close();

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client().get(PATH))
                .withMessageContaining("nothing listens there, or the name is unknown");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        ApiClient client = new ApiClient(Endpoint.of(Service.QUERY_API, "http://nowhere.invalid", Optional.empty()));

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client.get(PATH))
                .withMessageContaining("nothing listens there, or the name is unknown");
    }

    private ApiClient client() {
        return new ApiClient(
                Endpoint.of(Service.QUERY_API, "http://127.0.0.1:" + server.getLocalPort(), Optional.of("secret")));
    }

    /** Gives one answer to each connection, one after the other. */
    private void answering(String... answers) {
        Thread serving = new Thread(() -> serve(List.of(answers)), "answers");
        serving.setDaemon(true);
        serving.start();
    }

    private void serve(List<String> answers) {
        try {
            for (String answer : answers) {
                try (Socket socket = server.accept()) {
                    heads.add(head(socket));
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // The test is over and has closed the server.
            return;
        }
    }

    private static List<String> head(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        List<String> lines = new CopyOnWriteArrayList<>();
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
        }
        for (int i = 0; i < length; i++) {
            reader.read();
        }
        return lines;
    }
}
