package vorsprung.ingest.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A web site on loopback with one document, which may be out of order for a while. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private volatile String body = "";
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger notModified = new AtomicInteger();

    /** How an answer goes wrong. */
    @FunctionalInterface
    interface Trouble {
        void answer(HttpExchange exchange, byte[] body) throws IOException;
    }

    Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void publishes(String text) {
        body = text;
    }

    /** The next answer goes wrong in this way. */
    synchronized void has(Trouble trouble) {
        troubles.add(trouble);
    }

    static Trouble status(int status, String header, String value) {
        return (exchange, bytes) -> {
            exchange.getResponseHeaders().add(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Says how long the body is and stops in its middle. */
    static Trouble brokenOff() {
        return (exchange, bytes) -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** Half a body that passes for a whole one. */
    static Trouble half() {
        return (exchange, bytes) -> {
            exchange.sendResponseHeaders(200, bytes.length / 2);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        };
    }

    int asked() {
        return asked.get();
    }

    int notModified() {
        return notModified.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            Trouble trouble = next();
            if (trouble != null) {
                trouble.answer(exchange, bytes);
                return;
            }
            String etag = "\"" + body.hashCode() + "\"";
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                notModified.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", etag);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized @Nullable Trouble next() {
        return troubles.poll();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
