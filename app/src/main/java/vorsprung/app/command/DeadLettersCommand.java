package vorsprung.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vorsprung dead-letters}: records that the processor could not use. */
@Command(
        name = "dead-letters",
        description = {
            "Shows the records that the processor could not use, and ends each: retry sends it to its topic again,"
                    + " discard leaves it for good. Each is called by its number, its offset on market.dead-letters."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung dead-letters list",
            "  vorsprung dead-letters show 12",
            "  vorsprung dead-letters retry 12 13",
            "  vorsprung dead-letters discard 14 --why \"a test that went to the wrong cluster\""
        },
        subcommands = {
            DeadLettersListCommand.class,
            DeadLettersShowCommand.class,
            DeadLettersRetryCommand.class,
            DeadLettersDiscardCommand.class
        })
public final class DeadLettersCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, retry or discard");
    }
}
