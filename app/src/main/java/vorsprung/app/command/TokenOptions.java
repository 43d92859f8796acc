package vorsprung.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which token is shown to a service. */
public final class TokenOptions {

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:VORSPRUNG_TOKEN:-}",
            description = "Token for a service that wants one. Default: VORSPRUNG_TOKEN.")
    private String token = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:VORSPRUNG_TOKEN_FILE:-}",
            description = "File that holds the token, which no list of processes shows. Default: VORSPRUNG_TOKEN_FILE.")
    private String file = "";

    /** The token, if there is one; that of the command line or the variable wins over the file's. */
    Optional<String> token() {
        if (!token.isBlank() || file.isBlank()) {
            return Optional.of(token).filter(text -> !text.isBlank());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("--token-file " + file + " cannot be read", e);
        }
    }
}
