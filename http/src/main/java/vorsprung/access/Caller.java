package vorsprung.access;

import java.util.Optional;
import vorsprung.http.Problem;

/**
 * Who sent a request.
 *
 * @param name the name of the token; {@code anonymous} where no tokens are configured
 * @param source source name of events that come without one
 * @param scopes what is allowed
 * @param identified whether a token was shown
 */
public record Caller(String name, Optional<String> source, Scopes scopes, boolean identified) {
    /** Everybody, where no tokens are configured. */
    public static final Caller ANYBODY = new Caller("anonymous", Optional.empty(), Scopes.all(), false);

    /**
     * Goes on only with the scope.
     *
     * @throws vorsprung.http.ProblemException 403 naming it
     */
    public void require(String scope) {
        if (!scopes.allow(scope)) {
            throw Problem.of(403, "Token " + name + " lacks the scope " + scope + "; it has: " + scopes)
                    .exception();
        }
    }
}
