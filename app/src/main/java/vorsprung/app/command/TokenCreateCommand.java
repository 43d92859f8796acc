package vorsprung.app.command;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vorsprung.access.Scopes;
import vorsprung.access.TokenRequest;

/** {@code vorsprung token create}: a new token, whose secret is shown this once. */
@Command(
        name = "create",
        description = {
            "Makes a token and prints its secret, which is kept nowhere: the file holds its hash.",
            "Services that read the file accept it within a second."
        },
        footer = {
            "",
            "Scopes:",
            "  publish:SOURCE  report under this source name; publish:* under any",
            "  correct:own     retract, or clear fields of, what only its own sources reported",
            "  correct:any     the same for everything",
            "  query           ask the query API, read health and metrics",
            "  admin           everything",
            "",
            "Examples:",
            "  vorsprung token create --file tokens.json --name newsroom \\",
            "      --scope publish:Newsroom --scope correct:own --scope query",
            "  vorsprung token create --file tokens.json --name guest --scope query --expires 2027-01-01"
        })
public final class TokenCreateCommand implements Callable<Integer> {

    @Mixin
    private final TokenFileOption file = new TokenFileOption();

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Who will use it. Tokens of one name are one caller, so one can replace another.")
    private String name = "";

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "SCOPE",
            description = "What it allows; may be given several times.")
    private List<String> scopes = List.of();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Source name of events that come without one. Default: that of its only publish: scope.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "A day (its start, UTC) or instant from which on it is refused. Default: never.")
    private Optional<String> expires = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Instant now = Instant.now();
        String secret = create(now);
        talk.say("Token " + name + " is in " + file.path() + ". Its secret is shown this once:");
        talk.out().println(secret);
        return Exit.OK;
    }

    private String create(Instant now) throws IOException {
        try {
            TokenRequest request =
                    new TokenRequest(name, Scopes.of(scopes), source, expires.map(text -> expiry(text, now)));
            return file.file().create(request, now);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Instant expiry(String text, Instant now) {
        try {
            Instant end = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!end.isAfter(now)) {
                throw new IllegalArgumentException("--expires lies in the past: " + text);
            }
            return end;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--expires: expected a day such as 2027-01-01 or an instant such as 2027-01-01T12:00:00Z, found "
                            + text,
                    e);
        }
    }
}
