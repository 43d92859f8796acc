package vorsprung.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Json;

/** The file of tokens: JSON, with hashes only. Written whole and put in place at once, so that nobody reads half of it. */
public final class TokenFile {
    private static final String OWNER_ONLY = "rw-------";

    private final Path file;

    /** The file's content. */
    record Content(List<Entry> tokens) {}

    /** One token in the file, as text. */
    record Entry(
            String id,
            String name,
            String sha256,
            List<String> scopes,
            @Nullable String source,
            String createdAt,
            @Nullable String expiresAt) {

        static Entry of(Token token) {
            return new Entry(
                    token.id(),
                    token.name(),
                    token.sha256(),
                    token.scopes().texts().stream().sorted().toList(),
                    token.source().orElse(null),
                    token.createdAt().toString(),
                    token.expiresAt().map(Instant::toString).orElse(null));
        }

        Token token() {
            return new Token(
                    id,
                    name,
                    sha256,
                    Optional.ofNullable(source),
                    Scopes.of(scopes),
                    Instant.parse(createdAt),
                    Optional.ofNullable(expiresAt).map(Instant::parse));
        }
    }

    public TokenFile(Path file) {
        this.file = file;
    }

    /**
     * The tokens in the file.
     *
     * @throws IOException when it cannot be read or is not of its form; the message names the file
     */
    public List<Token> read() throws IOException {
        try {
            Content content = Json.reader().forType(Content.class).readValue(Files.readAllBytes(file));
            return content.tokens().stream().map(Entry::token).toList();
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not a file of tokens: " + Json.reason(e), e);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new IOException(file + " is not a file of tokens: " + e.getMessage(), e);
        }
    }

    /**
     * Adds a token, in a new file if there is none.
     *
     * @return its secret, which is nowhere else
     * @throws IllegalArgumentException when name or source is not as it must be
     */
    public String create(TokenRequest request, Instant now) throws IOException {
        String secret = Secrets.create();
        List<Token> tokens = new ArrayList<>(Files.exists(file) ? read() : List.of());
        tokens.add(new Token(
                Secrets.createId(),
                request.name(),
                Secrets.hash(secret),
                request.source(),
                request.scopes(),
                now,
                request.expiresAt()));
        write(tokens);
        return secret;
    }

    /** Removes the token with this id, or all of this name, and returns what was removed. */
    public List<Token> revoke(String idOrName) throws IOException {
        List<Token> tokens = read();
        List<Token> revoked = tokens.stream()
                .filter(token -> token.id().equals(idOrName) || token.name().equals(idOrName))
                .toList();
        if (!revoked.isEmpty()) {
            write(tokens.stream().filter(token -> !revoked.contains(token)).toList());
        }
        return revoked;
    }

    private void write(List<Token> tokens) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Path fresh = Files.createTempFile(folder, ".tokens", ".json");
        try {
            Content content = new Content(tokens.stream().map(Entry::of).toList());
            Files.write(fresh, Json.writer().withDefaultPrettyPrinter().writeValueAsBytes(content));
            restrict(fresh);
            replace(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** An existing file keeps its permissions, so that a service that reads it under another account still can. */
    private void restrict(Path fresh) throws IOException {
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    fresh,
                    Files.exists(file)
                            ? Files.getPosixFilePermissions(file)
                            : PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }
}
