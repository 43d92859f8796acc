package vorsprung.ingest.gateway;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vorsprung.access.Protection;
import vorsprung.http.Body;
import vorsprung.http.Json;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.ingest.publish.EventTooLargeException;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.EventType;

/**
 * {@code POST /v1/events/{type}}: one event or an array of them, all or nothing, or a stream of lines. Defined in the
 * design, section 6.
 */
final class EventsHandler implements Routes {
    /** Where the published events lie, for whoever wants to read what they wrote. */
    static final String POSITION = "Vorsprung-Position";

    /** Makes a request safe to send again. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Says that the answer is the one to an earlier request with the same key. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String PATH = "/v1/events/{type}";
    private static final Set<HandlerType> QUESTIONS = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final int LONGEST_KEY = 255;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Gateway gateway;
    private final int maxBodyBytes;
    private final BulkHandler bulk;

    EventsHandler(Gateway gateway, int maxBodyBytes) {
        this.gateway = gateway;
        this.maxBodyBytes = maxBodyBytes;
        this.bulk = new BulkHandler(gateway, maxBodyBytes);
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before(PATH, EventsHandler::refuseQuestions);
        server.routes.post(PATH, this::post);
    }

    /** The path looks like one of the query API: who asks here is told where the answer is. */
    private static void refuseQuestions(Context http) {
        if (QUESTIONS.contains(http.method())) {
            throw Problem.of(
                            405,
                            "The gateway only takes events here, by POST; questions are answered by the query API, which"
                                    + " listens on another port (8080 by default): GET /v1/events/{type}/{key}/{eventId}"
                                    + " has a fact with its reports")
                    .exception()
                    .with("Allow", "OPTIONS, POST");
        }
    }

    private void post(Context http) {
        EventType type = type(http.pathParam("type"));
        Request request = new Request(Protection.caller(http), http.req().getRemoteAddr(), type, key(http));
        if (isLines(http)) {
            stream(http, request);
        } else {
            publishAll(http, request);
        }
    }

    private void stream(Context http, Request request) {
        try {
            bulk.answer(http, request);
        } catch (KafkaUnavailableException e) {
            throw unavailable(e);
        }
    }

    private void publishAll(Context http, Request request) {
        Answer answer = publish(request, Body.read(http, maxBodyBytes));
        http.status(201).header(POSITION, answer.position().token());
        if (answer.repeated()) {
            http.header(REPLAYED, "true");
        }
        // A thousand results as a text first would be copied twice more.
        http.contentType(ContentType.APPLICATION_JSON).result(Json.bytes(answer.results()));
    }

    private Answer publish(Request request, byte[] body) {
        try {
            return gateway.publish(request, body);
        } catch (KafkaUnavailableException e) {
            throw unavailable(e);
        } catch (EventTooLargeException e) {
            throw Problem.of(413, String.valueOf(e.getMessage())).exception();
        }
    }

    static ProblemException unavailable(KafkaUnavailableException e) {
        return Problem.of(503, e.getMessage() + "; send it again, with the same Idempotency-Key if it had one")
                .exception()
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }

    private static EventType type(String label) {
        return EventType.labelled(label)
                .orElseThrow(() -> Problem.of(404, "There is no such type of event; there are " + EventType.labels())
                        .exception());
    }

    /** Whether the body is a stream of lines, and not one JSON value. */
    private static boolean isLines(Context request) {
        // As it was sent: the framework's own reading of it fails on a charset that is none.
        String sent = Optional.ofNullable(request.header("Content-Type")).orElse("application/json");
        String type = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean lines = type.equals(BulkHandler.MEDIA_TYPE);
        if (!lines && !type.equals("application/json") && !type.endsWith("+json")) {
            throw Problem.of(
                            415,
                            "Content-Type is \"" + type + "\"; expected application/json or " + BulkHandler.MEDIA_TYPE)
                    .exception();
        }
        return lines;
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
