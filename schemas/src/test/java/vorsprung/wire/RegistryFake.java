package vorsprung.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A schema registry that answers what a test tells it to, on a free port. */
final class RegistryFake implements AutoCloseable {
    private static final Answer NO_SUCH_PATH =
            new Answer(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What came in; {@code line} is method and path. */
    record Request(String line, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private record Answer(int status, String body) {}

    RegistryFake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers this request so; several answers are given one after the other, the last for ever. */
    RegistryFake on(String line, int status, String body) {
        synchronized (answers) {
            answers.computeIfAbsent(line, key -> new ArrayDeque<>()).add(new Answer(status, body));
        }
        return this;
    }

    String url() {
        return "http://" + address();
    }

    String address() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, got " + requests);
        }
        return requests.get(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(line, Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = next(line);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer next(String line) {
        synchronized (answers) {
            Deque<Answer> next = answers.getOrDefault(line, new ArrayDeque<>(List.of(NO_SUCH_PATH)));
            return Objects.requireNonNull(next.size() > 1 ? next.poll() : next.peek());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
