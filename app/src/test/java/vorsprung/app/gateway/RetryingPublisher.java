package vorsprung.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;

/**
 * A client that sends each request with a key of its own, and again with the same, at either gateway, until it is
 * acknowledged. Every now and then it hangs up before the answer can be there.
 */
final class RetryingPublisher {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final int LONGEST_HURRY_MS = 60;
    private static final Set<Integer> COME_BACK = Set.of(429, 503);

    private final HttpClient client;
    private final List<URI> gateways;
    private final Counts counts;
    private final Random random;
    private String lastRefusal = "none";

    /** What all clients together have seen. */
    record Counts(AtomicInteger acknowledged, AtomicInteger refused, AtomicInteger broken, AtomicInteger replayed) {
        Counts() {
            this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }
    }

    /** Where an event lies, by the gateway's word. */
    record Place(String topic, int partition, long offset) {}

    /** One event that was acknowledged. */
    record Acknowledged(String eventId, Place place) {}

    RetryingPublisher(HttpClient client, List<URI> gateways, Counts counts, long seed) {
        this.client = client;
        this.gateways = gateways;
        this.counts = counts;
        this.random = new Random(seed);
    }

    /** Publishes a body of so many events; returns when it is acknowledged. */
    List<Acknowledged> publish(EventType type, String body) {
        String key = UUID.randomUUID().toString();
        try {
            List<Acknowledged> events = Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .atMost(PATIENCE)
                    .until(() -> sent(type, body, key), Optional::isPresent)
                    .orElseThrow();
            counts.acknowledged().incrementAndGet();
            return events;
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not acknowledged within " + PATIENCE + "; last refusal: " + lastRefusal, e);
        }
    }

    /** What was acknowledged; empty when the client is to come back. */
    private Optional<List<Acknowledged>> sent(EventType type, String body, String key)
            throws InterruptedException, IOException {
        HttpResponse<String> answer;
        try {
            answer = client.send(request(type, body, key), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            counts.broken().incrementAndGet();
            lastRefusal = e.toString();
            return Optional.empty();
        }
        if (COME_BACK.contains(answer.statusCode())) {
            assertThat(answer.headers().firstValue("Retry-After"))
                    .as(answer.body())
                    .isPresent();
            counts.refused().incrementAndGet();
            lastRefusal = answer.body();
            return Optional.empty();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        answer.headers()
                .firstValue("Idempotency-Replayed")
                .ifPresent(said -> counts.replayed().incrementAndGet());
        return Optional.of(acknowledged(answer));
    }

    private HttpRequest request(EventType type, String body, String key) {
        boolean hurries = random.nextInt(6) == 0;
        return HttpRequest.newBuilder(
                        gateways.get(random.nextInt(gateways.size())).resolve("/v1/events/" + type.label()))
                .timeout(hurries ? Duration.ofMillis(1 + random.nextInt(LONGEST_HURRY_MS)) : PATIENT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static List<Acknowledged> acknowledged(HttpResponse<String> answer) throws IOException {
        List<Acknowledged> events = new ArrayList<>();
        Position position = Position.NOWHERE;
        for (JsonNode event : JSON.readTree(answer.body())) {
            Place place = new Place(
                    event.get("topic").textValue(),
                    event.get("partition").intValue(),
                    event.get("offset").longValue());
            events.add(new Acknowledged(event.get("eventId").textValue(), place));
            position = position.with(place.topic(), place.partition(), place.offset());
        }
        assertThat(answer.headers().firstValue("Vorsprung-Position")).contains(position.token());
        return events;
    }
}
