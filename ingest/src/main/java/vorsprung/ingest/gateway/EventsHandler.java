package vorsprung.ingest.gateway;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import vorsprung.access.Caller;
import vorsprung.access.Protection;
import vorsprung.http.Body;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.ingest.publish.EventTooLargeException;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.EventType;

/** {@code POST /v1/events/{type}}: one event or an array of them, all or nothing. Defined in the design, section 6. */
final class EventsHandler implements Routes {
    /** Where the published events lie, for whoever wants to read what they wrote. */
    static final String POSITION = "Vorsprung-Position";

    /** Makes a request safe to send again. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Gateway gateway;
    private final int maxBodyBytes;
    private final Attempts attempts;
    private final InstantSource clock;

    EventsHandler(Gateway gateway, int maxBodyBytes, InstantSource clock) {
        this.gateway = gateway;
        this.maxBodyBytes = maxBodyBytes;
        this.attempts = new Attempts(clock);
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.post("/v1/events/{type}", this::post);
    }

    private void post(Context request) {
        EventType type = type(request.pathParam("type"));
        checkContentType(request);
        Optional<String> key = key(request);
        byte[] body = Body.read(request, maxBodyBytes);
        Answer answer = publish(Protection.caller(request), type, body, key);
        request.status(201).header(POSITION, answer.position().token()).json(answer.results());
    }

    private Answer publish(Caller caller, EventType type, byte[] body, Optional<String> key) {
        try {
            return key.map(given -> attempts.once(
                            caller.name() + "\n" + given,
                            Digest.of(type, body),
                            firstAt -> gateway.publish(caller, type, body, firstAt)))
                    .orElseGet(() -> gateway.publish(caller, type, body, clock.instant()));
        } catch (KafkaUnavailableException e) {
            throw Problem.of(503, e.getMessage() + "; send it again, with the same Idempotency-Key if it had one")
                    .exception()
                    .with("Retry-After", RETRY_AFTER_SECONDS);
        } catch (EventTooLargeException e) {
            throw Problem.of(413, String.valueOf(e.getMessage())).exception();
        }
    }

    private static EventType type(String label) {
        return EventType.labelled(label)
                .orElseThrow(() -> Problem.of(404, "There is no such type of event; there are " + EventType.labels())
                        .exception());
    }

    private static void checkContentType(Context request) {
        String sent = Optional.ofNullable(request.contentType()).orElse("application/json");
        String type = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            throw Problem.of(415, "Content-Type is \"" + type + "\"; expected application/json")
                    .exception();
        }
    }

    private static Optional<String> key(Context request) {
        Optional<String> key = Optional.ofNullable(request.header(IDEMPOTENCY_KEY));
        if (key.isPresent() && (key.get().isBlank() || key.get().length() > LONGEST_KEY)) {
            throw Problem.of(400, IDEMPOTENCY_KEY + " has 1 to " + LONGEST_KEY + " characters")
                    .exception();
        }
        return key;
    }
}
