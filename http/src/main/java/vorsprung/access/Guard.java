package vorsprung.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;

/**
 * Lets nobody below {@code /v1} without a token, once tokens are configured, and remembers who asks. What stands outside
 * {@code /v1} is open (pages, the contract), but for health and metrics, which a setting may open. The cookie of a
 * {@link SessionRoutes session} is accepted where nothing can be changed, so that no other site can make a browser
 * publish.
 */
final class Guard implements Routes {
    private static final String CALLER = "vorsprung.caller";
    private static final String SCHEME = "bearer ";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Function<String, Optional<Token>> tokens;
    private final Exempt exempt;

    /** {@code tokens} finds one by its secret. */
    Guard(Function<String, Optional<Token>> tokens, Exempt exempt) {
        this.tokens = tokens;
        this.exempt = exempt;
    }

    /** Who sent this request. */
    static Caller caller(Context request) {
        Caller caller = request.attribute(CALLER);
        return caller == null ? Caller.ANYBODY : caller;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before("/v1/*", this::identify);
        exempt.guarded()
                .forEach(path -> server.routes.before(path, request -> {
                    identify(request);
                    caller(request).require(Scopes.QUERY);
                }));
    }

    private void identify(Context request) {
        if (isOpen(request)) {
            return;
        }
        String secret = secret(request)
                .orElseThrow(() -> unauthorized("A token is needed here: Authorization: Bearer TOKEN", ""));
        request.attribute(CALLER, token(secret).caller());
    }

    /** The token shown in the header. */
    Token bearer(Context request) {
        return token(header(request)
                .orElseThrow(() -> unauthorized("A token is needed here: Authorization: Bearer TOKEN", "")));
    }

    /** Options say nothing that is not in the contract; to end a session must work when its token has expired. */
    private static boolean isOpen(Context request) {
        return request.method().equals(HandlerType.OPTIONS)
                || (request.method().equals(HandlerType.DELETE)
                        && request.path().equals(SessionRoutes.PATH));
    }

    private Token token(String secret) {
        return tokens.apply(secret)
                .orElseThrow(() -> unauthorized(
                        "This token is not known here, or no longer; ask for another one",
                        ", error=\"invalid_token\""));
    }

    private static Optional<String> secret(Context request) {
        Optional<String> shown = header(request);
        return shown.isPresent() || !READING.contains(request.method())
                ? shown
                : Optional.ofNullable(request.cookie(SessionRoutes.COOKIE));
    }

    static Optional<String> header(Context request) {
        return Optional.ofNullable(request.header("Authorization"))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    private static ProblemException unauthorized(String detail, String more) {
        return Problem.of(401, detail).exception().with("WWW-Authenticate", "Bearer realm=\"vorsprung\"" + more);
    }
}
