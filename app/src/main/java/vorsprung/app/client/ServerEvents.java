package vorsprung.app.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events as the HTML standard has them, one after the other as they come. The services say something every
 * second; after half a minute of silence the connection is taken for lost.
 */
public final class ServerEvents implements AutoCloseable {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final InputStream stream;
    private final Endpoint endpoint;
    private final BlockingQueue<Line> lines = new SynchronousQueue<>();
    private final Thread reading;
    private Optional<String> lastEventId;

    /**
     * An event.
     *
     * @param name what kind of event it is
     * @param data its JSON
     */
    public record ServerEvent(String name, String data) {}

    /** A line as it came, or why there are no more; neither at the end of the stream. */
    private record Line(Optional<String> text, Optional<IOException> failure) {}

    private ServerEvents(InputStream stream, Endpoint endpoint, Optional<String> lastEventId) {
        this.stream = stream;
        this.endpoint = endpoint;
        this.lastEventId = lastEventId;
        this.reading = new Thread(this::read, "server-events");
        reading.setDaemon(true);
    }

    /** The events of a stream, read from now on. */
    static ServerEvents reading(InputStream stream, Endpoint endpoint, Optional<String> lastEventId) {
        ServerEvents events = new ServerEvents(stream, endpoint, lastEventId);
        events.reading.start();
        return events;
    }

    /** The id behind which to go on; absent as long as the service has given none. */
    public Optional<String> lastEventId() {
        return lastEventId;
    }

    /**
     * Waits for the next event; empty when the service has ended the stream.
     *
     * @throws UnreachableException when the connection is lost
     */
    public Optional<ServerEvent> next() {
        String name = "message";
        List<String> data = new ArrayList<>();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty() && !data.isEmpty()) {
                return Optional.of(new ServerEvent(name, String.join("\n", data)));
            }
            if (text.startsWith("event:")) {
                name = value(text);
            } else if (text.startsWith("data:")) {
                data.add(value(text));
            } else if (text.startsWith("id:")) {
                lastEventId = Optional.of(value(text));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        reading.interrupt();
        try {
            stream.close();
        } catch (IOException e) {
            // It is being given up anyway, and nothing was to be written.
            return;
        }
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private Optional<String> line() {
        try {
            Line line = lines.poll(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw UnreachableException.of(endpoint, new HttpTimeoutException("silent for " + LONGEST_SILENCE));
            }
            if (line.failure().isPresent()) {
                throw UnreachableException.of(endpoint, line.failure().get());
            }
            return line.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnreachableException.of(endpoint, new InterruptedIOException("interrupted"));
        }
    }

    /** Reads in a thread of its own, since reading from a connection cannot be given up after a time. */
    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.put(new Line(Optional.of(text), Optional.empty()));
            }
            lines.put(new Line(Optional.empty(), Optional.empty()));
        } catch (IOException e) {
            end(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(IOException cause) {
        try {
            lines.put(new Line(Optional.empty(), Optional.of(cause)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
