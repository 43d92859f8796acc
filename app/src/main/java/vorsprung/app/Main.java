package vorsprung.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vorsprung.app.command.RehearseCommand;
import vorsprung.app.command.VersionCommand;

/** The one program; each command is a class of {@code vorsprung.app.command}. */
@Command(
        name = "vorsprung",
        description = "Who leads the AI market, by how much, for how long, at what price.",
        subcommands = {VersionCommand.class, RehearseCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }
}
