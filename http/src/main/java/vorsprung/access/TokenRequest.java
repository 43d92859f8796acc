package vorsprung.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that is wanted.
 *
 * @param source source name of events that come without one; absent: that of its only {@code publish:} scope
 */
public record TokenRequest(String name, Scopes scopes, Optional<String> source, Optional<Instant> expiresAt) {}
