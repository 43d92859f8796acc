package vorsprung.app.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vorsprung.access.Token;

/** {@code vorsprung token revoke}: a token is accepted no more. */
@Command(
        name = "revoke",
        description = {
            "Removes a token by its id, or all tokens of a name.",
            "Services that read the file refuse them within a second."
        },
        footer = {"", "Examples:", "  vorsprung token revoke --file tokens.json newsroom"})
public final class TokenRevokeCommand implements Callable<Integer> {

    @Mixin
    private final TokenFileOption file = new TokenFileOption();

    @Parameters(paramLabel = "ID|NAME", description = "Id or name, as `vorsprung token list` shows them.")
    private String which = "";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws IOException {
        List<Token> revoked = file.file().revoke(which);
        if (revoked.isEmpty()) {
            talk.say(file.path() + " has no token with id or name " + which);
            return Exit.NOTHING_FOUND;
        }
        revoked.forEach(token -> talk.say("Revoked " + token.id() + " of " + token.name()));
        return Exit.OK;
    }
}
