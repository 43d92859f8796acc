package vorsprung.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vorsprung.http.Routes;

/**
 * {@code POST /v1/session} takes the token once from a browser and keeps it in a cookie that no script can read and no
 * other site can make it send; {@code DELETE /v1/session} takes it away. An event stream cannot send headers, which is
 * what it is for. The cookie holds the token, so every instance knows it and a revoked token ends it.
 */
final class SessionRoutes implements Routes {
    static final String PATH = "/v1/session";
    static final String COOKIE = "vorsprung_session";

    private static final int UNTIL_THE_BROWSER_CLOSES = -1;

    private final Optional<Guard> guard;
    private final InstantSource clock;

    /** Without a guard there is nothing to keep, and both paths say so by doing nothing. */
    SessionRoutes(Optional<Guard> guard, InstantSource clock) {
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.post(PATH, this::begin);
        server.routes.delete(PATH, request -> set(request, "", 0));
    }

    private void begin(Context request) {
        if (guard.isEmpty()) {
            request.status(204).header("Cache-Control", "no-store");
            return;
        }
        Token token = guard.get().bearer(request);
        set(
                request,
                Guard.header(request).orElseThrow(),
                token.expiresAt().map(this::secondsUntil).orElse(UNTIL_THE_BROWSER_CLOSES));
    }

    private int secondsUntil(Instant end) {
        return (int) Math.min(
                Integer.MAX_VALUE, Duration.between(clock.instant(), end).toSeconds());
    }

    private static void set(Context request, String value, int maxAge) {
        request.status(204)
                .header("Cache-Control", "no-store")
                .cookie(new Cookie(COOKIE, value, "/", maxAge, isEncrypted(request), true, null, SameSite.STRICT));
    }

    /** Also behind a proxy that ends TLS; a client that lies here only keeps its own cookie from plain HTTP. */
    private static boolean isEncrypted(Context request) {
        return request.req().isSecure() || "https".equalsIgnoreCase(request.header("X-Forwarded-Proto"));
    }
}
