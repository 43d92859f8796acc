package vorsprung.app.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service on a free port that gives the answers it was told to, and remembers what it was asked. */
final class FakeService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, Reply> streams = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private record Reply(int status, String mediaType, String body) {}

    record Request(String method, String pathAndQuery, String body, Optional<String> authorization) {}

    private FakeService(HttpServer server) {
        this.server = server;
    }

    static FakeService start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeService service = new FakeService(server);
        server.createContext("/", service::handle);
        server.start();
        return service;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a path, with or without its query, by JSON. */
    FakeService answering(String path, String json) {
        replies.put(path, new Reply(200, "application/json", json));
        return this;
    }

    /** Answers a path by a problem. */
    FakeService refusing(String path, int status, String problem) {
        replies.put(path, new Reply(status, "application/problem+json", problem));
        return this;
    }

    /** Answers a path by something else than JSON. */
    FakeService babbling(String path, int status, String text) {
        replies.put(path, new Reply(status, "text/html", text));
        return this;
    }

    /** Answers a path once by server-sent events: to whoever asks to go on behind this event (empty: behind none). */
    FakeService streaming(String path, String lastEventId, String... events) {
        streams.put(stream(path, lastEventId), new Reply(200, "text/event-stream", String.join("", events)));
        return this;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> asked() {
        return requests.stream().map(Request::pathAndQuery).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    asked,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
            String lastEventId = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                    .orElse("");
            Reply reply = Optional.ofNullable(
                            streams.remove(stream(exchange.getRequestURI().getRawPath(), lastEventId)))
                    .or(() -> Optional.ofNullable(replies.get(asked)))
                    .or(() -> Optional.ofNullable(
                            replies.get(exchange.getRequestURI().getRawPath())))
                    .orElse(new Reply(404, "application/problem+json", "{\"detail\":\"nothing is at " + asked + "\"}"));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String stream(String path, String lastEventId) {
        return path + " behind " + lastEventId;
    }
}
