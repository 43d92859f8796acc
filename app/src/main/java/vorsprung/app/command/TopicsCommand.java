package vorsprung.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vorsprung topics …}: the topics on a cluster. */
@Command(
        name = "topics",
        description = "Prepares a Kafka cluster and a schema registry for Vorsprung.",
        subcommands = TopicsCreateCommand.class,
        footer = {"", "Examples:", "  vorsprung topics create", "  vorsprung topics create --help"})
public final class TopicsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "topics: what is to be done with them? create");
    }
}
