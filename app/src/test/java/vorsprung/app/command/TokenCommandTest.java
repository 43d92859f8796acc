package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSecretAloneIsOnStandardOutputAndInNoFile() throws Exception {
        Executed created = token("create", "--name", "newsroom", "--scope", "publish:Newsroom");

        assertThat(created.exitCode()).isZero();
        assertThat(created.out()).matches("vsp_[A-Za-z0-9_-]{43}\n");
        assertThat(created.err()).contains("newsroom").contains("once");
        assertThat(Files.readString(folder.resolve("tokens.json")))
                .doesNotContain(created.out().strip());
    }

    @Test
    void aListShowsWhatEachTokenAllowsUntilItIsRevoked() {
        token("create", "--name", "newsroom", "--scope", "publish:Newsroom", "--scope", "query");
        token("create", "--name", "guest", "--scope", "query", "--expires", "2999-01-01");

        assertThat(token("list").out())
                .contains("newsroom", "publish:Newsroom query", "never", "guest", "2999-01-01T00:00:00Z");
        assertThat(token("revoke", "newsroom").err()).contains("Revoked").contains("newsroom");
        assertThat(token("list").out()).doesNotContain("newsroom");
        assertThat(token("revoke", "newsroom").exitCode()).isEqualTo(3);
    }

    @Test
    void aBadScopeOrTimeIsNamed() {
        assertThat(token("create", "--name", "a", "--scope", "publsh:x").err())
                .contains("publsh:x")
                .contains("publish:<source>");
        assertThat(token("create", "--name", "a", "--scope", "query", "--expires", "soon")
                        .err())
                .contains("--expires")
                .contains("soon");
        assertThat(token("create", "--name", "a", "--scope", "query", "--expires", "2001-01-01")
                        .exitCode())
                .isEqualTo(2);
    }

    private Executed token(String action, String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "token";
        all[1] = action;
        all[2] = "--file";
        all[3] = folder.resolve("tokens.json").toString();
        System.arraycopy(words, 0, all, 4, words.length);
        return Executed.piped(all);
    }
}
