package vorsprung.app.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gets what Alertmanager sends, and keeps each alert as often as it was told. */
final class Webhook implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    /** An alert that was told to a receiver. */
    record Told(String receiver, String status, JsonNode labels, JsonNode annotations) {
        String name() {
            return labels.path("alertname").asText();
        }
    }

    private Webhook(HttpServer server) {
        this.server = server;
    }

    static Webhook start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Webhook webhook = new Webhook(server);
        server.createContext("/", webhook::take);
        server.start();
        return webhook;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a receiver was told is firing. */
    List<Told> firing(String receiver) {
        return told.stream()
                .filter(each ->
                        each.receiver().equals(receiver) && each.status().equals("firing"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode message = JSON.readTree(exchange.getRequestBody());
            for (JsonNode alert : message.path("alerts")) {
                told.add(new Told(
                        message.path("receiver").asText(),
                        alert.path("status").asText(),
                        alert.path("labels"),
                        alert.path("annotations")));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
