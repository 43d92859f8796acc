package vorsprung.processor.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.http.Json;
import vorsprung.processor.query.NotReadyException;
import vorsprung.processor.query.PagesAnswer;
import vorsprung.processor.query.PagesCodec;
import vorsprung.processor.query.PagesRequest;
import vorsprung.processor.query.Peer;
import vorsprung.processor.query.Peers;
import vorsprung.processor.query.Status;

/**
 * Asks peers over HTTP. One that could not be reached is not tried again for a moment, so that a machine which is gone
 * makes only the first question wait.
 */
public final class PeerClient implements Peers {
    private static final Logger LOG = LoggerFactory.getLogger(PeerClient.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String scheme;
    private final PeerSecret secret;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final Map<Peer, Long> silentSince = new ConcurrentHashMap<>();

    /**
     * A client of peers that are all like this instance.
     *
     * @param scheme http or https, whose certificates the JVM must trust
     */
    public PeerClient(String scheme, PeerSecret secret) {
        this.scheme = scheme;
        this.secret = secret;
    }

    @Override
    public PagesAnswer pages(Peer peer, PagesRequest asked, Duration patience) {
        if (patience.isZero()) {
            throw new NotReadyException(asked.store(), asked.partition(), "no time is left to ask " + peer);
        }
        if (isSilent(peer)) {
            throw new NotReadyException(asked.store(), asked.partition(), peer + " could not be reached just now");
        }
        HttpRequest request = to(peer, PeersHandler.STORES + asked.store() + "/" + asked.partition(), patience)
                .header("Content-Type", PeersHandler.BYTES)
                .POST(BodyPublishers.ofByteArray(PagesCodec.write(asked)))
                .build();
        try {
            HttpResponse<byte[]> response = send(request);
            silentSince.remove(peer);
            return answer(peer, asked, response);
        } catch (IOException e) {
            silentSince.put(peer, System.nanoTime());
            throw new NotReadyException(asked.store(), asked.partition(), peer + " cannot be reached: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException(asked.store(), asked.partition(), "interrupted while " + peer + " was asked");
        }
    }

    /** A kept connection may have been closed at the other end just now; then a new one is tried, once. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    /** What a peer says of itself; empty when it does not answer. */
    public CompletableFuture<Optional<Status>> status(Peer peer) {
        HttpRequest request = to(peer, PeersHandler.STATUS, STATUS_TIMEOUT).build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(
                        response -> response.statusCode() == 200 ? parsed(response.body()) : Optional.<Status>empty())
                .exceptionally(e -> {
                    LOG.debug("{} does not tell how it stands", peer, e);
                    return Optional.empty();
                });
    }

    private HttpRequest.Builder to(Peer peer, String path, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(scheme + "://" + peer + path)).timeout(patience);
        secret.text().ifPresent(text -> request.header(PeerSecret.HEADER, text));
        return request;
    }

    private boolean isSilent(Peer peer) {
        Long since = silentSince.get(peer);
        return since != null && System.nanoTime() - since < PAUSE_NANOS;
    }

    private static PagesAnswer answer(Peer peer, PagesRequest asked, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new NotReadyException(
                    asked.store(),
                    asked.partition(),
                    peer + " answered " + response.statusCode() + ": " + detail(response.body()));
        }
        return PagesCodec.answer(response.body());
    }

    private static String detail(byte[] problem) {
        try {
            return Json.reader().readTree(problem).path("detail").asText("no reason");
        } catch (IOException e) {
            return new String(problem, 0, Math.min(problem.length, 200), StandardCharsets.UTF_8);
        }
    }

    private static Optional<Status> parsed(String json) {
        try {
            return Optional.of(Json.reader().forType(Status.class).readValue(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a peer's status cannot be read", e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
