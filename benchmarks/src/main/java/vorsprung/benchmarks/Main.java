package vorsprung.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vorsprung.benchmarks.command.ContestantCommand;
import vorsprung.benchmarks.command.LoadCommand;
import vorsprung.benchmarks.command.MicroCommand;
import vorsprung.benchmarks.command.RunCommand;

/** Measures, and publishes invented markets. */
@Command(name = "benchmarks")
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine program = new CommandLine(new Main())
                .addSubcommand(new RunCommand(Main.class.getName()))
                .addSubcommand(new LoadCommand())
                .addSubcommand(new MicroCommand())
                .addSubcommand(new ContestantCommand());
        System.exit(program.execute(arguments));
    }
}
