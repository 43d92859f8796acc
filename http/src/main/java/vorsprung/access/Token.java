package vorsprung.access;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bearer token as it is kept: by its hash, never by its secret.
 *
 * @param id tells tokens of one name apart, 8 hexadecimal characters
 * @param name who the caller is; tokens of one name are one caller, so that a token can be replaced before it ends
 * @param sha256 SHA-256 of the secret, hexadecimal; see {@link Secrets}
 * @param source source name of events that come without one; absent when they must bring theirs
 * @param scopes what it allows
 * @param createdAt wall clock at which it was made
 * @param expiresAt from when on it is refused; absent means never
 */
public record Token(
        String id,
        String name,
        String sha256,
        Optional<String> source,
        Scopes scopes,
        Instant createdAt,
        Optional<Instant> expiresAt) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Token {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a token has 1 to 64 letters, digits, dots, hyphens and"
                    + " underscores, the first a letter or digit; found \"" + name + "\"");
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 of token " + id + " is not 64 hexadecimal characters");
        }
        if (source.isPresent() && !scopes.allow(Scopes.publishing(source.get()))) {
            throw new IllegalArgumentException("the source of token " + name + " is " + source.get()
                    + ", which its scopes do not allow: " + scopes);
        }
    }

    /** Whether it is no longer accepted. */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }

    /** Who shows it. */
    Caller caller() {
        return new Caller(name, source.or(scopes::onlySource), scopes, true);
    }
}
