package vorsprung.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vorsprung token …}: who may publish and ask. */
@Command(
        name = "token",
        description = "Makes, lists and revokes the bearer tokens that the services accept.",
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class},
        footer = {
            "",
            "Examples:",
            "  vorsprung token create --file tokens.json --name newsroom --scope publish:Newsroom --scope correct:own",
            "  vorsprung token list --file tokens.json"
        })
public final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "token: what is to be done? create, list or revoke");
    }
}
