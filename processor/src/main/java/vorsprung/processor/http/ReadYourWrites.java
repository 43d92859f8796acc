package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.query.Wait;
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
        Optional<Position> position =
                Optional.ofNullable(request.header(HEADER)).map(ReadYourWrites::position);
        Duration timeout = timeout(request);
        if (position.isPresent() && !wait.reaches(position.get(), timeout)) {
            throw Problem.of(
                            504,
                            "The stores do not hold position " + position.get() + " after " + timeout.toMillis()
                                    + " ms; ask again, or with a greater timeout (milliseconds)")
                    .exception();
        }
    }

    private static Position position(String token) {
        try {
            return Position.parse(token);
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
