package vorsprung.app.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's commands in their tree. */
@Command(
        name = "vorsprung",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Versions.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something given was bad, or part of the work failed",
            "2:the command line is wrong",
            "3:there is nothing to show",
            "4:a service cannot be reached"
        },
        description = "Who leads the AI market, by how much, for how long, at what price.")
public final class Program implements Runnable {

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show where in the program an error came up.")
    private boolean verbose;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandLine.Model.CommandSpec spec;

    private Program() {}

    /** The program, ready to execute this command line; without words, any. */
    public static CommandLine commandLine(Surroundings surroundings, String... words) {
        CommandFactory factory = new CommandFactory(surroundings);
        CommandLine commands = new CommandLine(new Program(), factory);
        // added as a class, a command would not have its model transformed
        Commands.neededBy(words)
                .forEach(name -> commands.addSubcommand(name, new CommandLine(Commands.type(name), factory)));
        commands.setExecutionExceptionHandler(new Failures());
        commands.setParameterExceptionHandler(new UsageErrors());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setColorScheme(colours(surroundings));
        return commands;
    }

    private static CommandLine.Help.ColorScheme colours(Surroundings surroundings) {
        return CommandLine.Help.defaultColorScheme(
                surroundings.answers().isPlain() ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.ON);
    }

    /** Whether errors are to be shown with their stack trace. */
    boolean isVerbose() {
        return verbose;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err);
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
