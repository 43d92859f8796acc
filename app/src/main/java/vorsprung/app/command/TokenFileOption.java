package vorsprung.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vorsprung.access.TokenFile;

/** Which file of tokens. */
public final class TokenFileOption {

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            defaultValue = "${env:VORSPRUNG_AUTH_TOKENS_FILE}",
            description = "The file that the setting auth.tokens.file names. Default: VORSPRUNG_AUTH_TOKENS_FILE.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path path;

    Path path() {
        return path;
    }

    TokenFile file() {
        return new TokenFile(path);
    }
}
