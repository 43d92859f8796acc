package vorsprung.http;

import io.javalin.http.Context;
import java.util.Map;

/** Headers that keep a browser from guessing, framing or leaking; on every answer, and each may be overridden. */
final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");

    private SecurityHeaders() {}

    static void addTo(Context answer) {
        HEADERS.forEach(answer::header);
    }

    static Map<String, String> all() {
        return HEADERS;
    }
}
