package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.query.Wait;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;

/** Lets a request with a {@code Vorsprung-Position} wait until the stores hold that position. */
final class ReadYourWrites implements Routes {
    private static final String HEADER = "Vorsprung-Position";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final long LONGEST_TIMEOUT_MS = 60_000;

    private final Wait wait;

    ReadYourWrites(Wait wait) {
        this.wait = wait;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before("/v1/*", this::await);
    }

    private void await(Context request) {
        Position position = asked(request);
        Duration timeout = timeout(request);
        if (!position.equals(Position.NOWHERE) && !wait.reaches(position, timeout)) {
            throw Problem.of(
                            504,
                            "The stores do not hold position " + position + " after " + timeout.toMillis()
                                    + " ms; ask again, or with a greater timeout (milliseconds)")
                    .exception();
        }
    }

    /** What was written by several requests comes in as many headers: all of it is waited for. */
    private static Position asked(Context request) {
        return Collections.list(request.req().getHeaders(HEADER)).stream()
                .map(ReadYourWrites::position)
                .reduce(Position.NOWHERE, Position::and);
    }

    private static Position position(String token) {
        try {
            Position position = Position.parse(token);
            position.offsets().keySet().stream()
                    .filter(topic -> EventType.onTopic(topic).isEmpty())
                    .findFirst()
                    .ifPresent(topic -> {
                        throw new IllegalArgumentException("there are no events on topic " + topic);
                    });
            return position;
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, HEADER + ": " + e.getMessage()).exception();
        }
    }

    /** The parameter {@code timeout}: how long a position is waited for. */
    static Duration timeout(Context request) {
        String text = request.queryParam("timeout");
        if (text == null) {
            return DEFAULT_TIMEOUT;
        }
        if (!text.matches("\\d{1,5}") || Long.parseLong(text) > LONGEST_TIMEOUT_MS) {
            throw Problem.of(
                            400, "timeout must be 0 to " + LONGEST_TIMEOUT_MS + " milliseconds, found \"" + text + "\"")
                    .exception();
        }
        return Duration.ofMillis(Long.parseLong(text));
    }
}
