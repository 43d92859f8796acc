package vorsprung.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that are accepted now. The file is read again within a second of a change. A file that cannot be read any
 * more changes nothing but the log: everybody locked out by a slip of an editor would be worse than a token that is
 * revoked a little later.
 */
final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Path path;
    private final InstantSource clock;
    private Instant lookedAt;
    private Optional<Version> version;
    private volatile Map<String, Token> byHash;

    /** Tells whether a file is another one than before. */
    private record Version(Instant changedAt, long size, String key) {}

    /**
     * Reads the file.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    Tokens(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
        this.lookedAt = clock.instant();
        this.version = version();
        try {
            this.byHash = read();
        } catch (IOException e) {
            throw new UncheckedIOException("auth.tokens.file cannot be read: " + e.getMessage(), e);
        }
    }

    /** The token with this secret; absent when there is none, or it has expired. */
    Optional<Token> find(String secret) {
        Instant now = clock.instant();
        look(now);
        return Optional.ofNullable(byHash.get(Secrets.hash(secret))).filter(token -> !token.isExpired(now));
    }

    private synchronized void look(Instant now) {
        if (Duration.between(lookedAt, now).compareTo(LOOK_EVERY) < 0) {
            return;
        }
        lookedAt = now;
        // Taken before the file is read: what changes in between is seen at the next look.
        Optional<Version> found = version();
        if (found.equals(version)) {
            return;
        }
        version = found;
        try {
            byHash = read();
            LOG.info("Read {} tokens from {}", byHash.size(), path);
        } catch (IOException e) {
            LOG.error("The tokens read before stay accepted, since the file cannot be read: {}", e.toString());
        }
    }

    private Map<String, Token> read() throws IOException {
        return new TokenFile(path)
                .read().stream().collect(Collectors.toUnmodifiableMap(Token::sha256, Function.identity(), (a, b) -> a));
    }

    private Optional<Version> version() {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new Version(found.lastModifiedTime().toInstant(), found.size(), String.valueOf(found.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
