package vorsprung.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vorsprung alerts …}: what tells people. */
@Command(
        name = "alerts",
        description = "Looks after the alerts of a running system.",
        subcommands = AlertsCheckCommand.class,
        footer = {"", "Examples:", "  vorsprung alerts check", "  vorsprung alerts check --help"})
public final class AlertsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "alerts: what is to be done with them? check");
    }
}
