package vorsprung.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokensTest {
    private Instant now = Instant.parse("2025-04-01T12:00:00Z");
    private Path path = Path.of("");
    private TokenFile file = new TokenFile(path);

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        path = folder.resolve("tokens.json");
        file = new TokenFile(path);
    }

    @Test
    void theFileHoldsTheHashAndNotTheSecret() throws IOException {
        String secret = create("reader", Optional.empty());

        assertThat(secret).matches("vsp_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(path)).doesNotContain(secret.substring(4)).contains(Secrets.hash(secret));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aTokenIsFoundByItsSecretOnly() throws IOException {
        String secret = create("reader", Optional.empty());
        Tokens tokens = tokens();

        assertThat(tokens.find(secret).map(Token::name)).contains("reader");
        assertThat(tokens.find(secret + "x")).isEmpty();
        assertThat(tokens.find("")).isEmpty();
    }

    @Test
    void aTokenEndsWhenItExpires() throws IOException {
        String secret = create("reader", Optional.of(now.plusSeconds(60)));
        Tokens tokens = tokens();

        assertThat(tokens.find(secret)).isPresent();
        now = now.plusSeconds(60);
        assertThat(tokens.find(secret)).isEmpty();
    }

    @Test
    void aChangedFileIsReadAgainWithinASecond() throws IOException {
        String first = create("first", Optional.empty());
        Tokens tokens = tokens();
        String second = create("second", Optional.empty());
        file.revoke("first");

        assertThat(tokens.find(first)).isPresent();
        now = now.plusSeconds(1);
        assertThat(tokens.find(first)).isEmpty();
        assertThat(tokens.find(second)).isPresent();
    }

    @Test
    void aFileThatBreaksLeavesTheTokensAsTheyWere() throws IOException {
        String secret = create("reader", Optional.empty());
        Tokens tokens = tokens();
        Files.writeString(path, "{");
        now = now.plusSeconds(1);

        assertThat(tokens.find(secret)).isPresent();
    }

    @Test
    void aFileThatIsNotThereOrNotOfItsFormKeepsAServiceFromStarting() throws IOException {
        assertThatThrownBy(this::tokens)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("tokens.json");

        for (String bad : List.of(
                "",
                "{}",
                "[]",
                "{\"tokens\":[{}]}",
                "{\"tokens\":[{\"id\":\"a\",\"name\":\"n\",\"sha256\":\"00\",\"scopes\":[],\"createdAt\":\"x\"}]}")) {
            Files.writeString(path, bad);
            assertThatThrownBy(this::tokens)
                    .as(bad)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("tokens.json");
        }
    }

    @Test
    void allTokensOfANameAreRevokedOrOneByItsId() throws IOException {
        create("a", Optional.empty());
        create("a", Optional.empty());
        create("b", Optional.empty());
        String idOfB = file.read().get(2).id();

        assertThat(file.revoke("a")).hasSize(2);
        assertThat(file.revoke("a")).isEmpty();
        assertThat(file.revoke(idOfB)).extracting(Token::name).containsExactly("b");
    }

    @Test
    void aSourceThatTheScopesDoNotAllowIsRefused() {
        TokenRequest request =
                new TokenRequest("a", Scopes.of(List.of("publish:Reuters")), Optional.of("AP"), Optional.empty());

        assertThatThrownBy(() -> file.create(request, now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AP")
                .hasMessageContaining("publish:Reuters");
    }

    private String create(String name, Optional<Instant> expiresAt) throws IOException {
        return file.create(new TokenRequest(name, Scopes.of(List.of("query")), Optional.empty(), expiresAt), now);
    }

    private Tokens tokens() {
        return new Tokens(path, () -> now);
    }
}
