package vorsprung.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dead-letters discard}. */
@Command(name = "discard", description = "Leaves dead letters for good; list shows them no more, the topic keeps them.")
public final class DeadLettersDiscardCommand implements Callable<Integer> {
    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @ArgGroup(multiplicity = "1")
    private final DeadLetterChoice which = new DeadLetterChoice();

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for who asks later.")
    private String why = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (DeadLetterAccess access = DeadLetterAccess.open(cluster, talk)) {
            for (DeadLetterRow row : which.rows(access, talk)) {
                access.redrive().discard(row.letter(), why);
                talk.out().println(row.letter().number() + " is discarded");
            }
        }
        return which.found() ? Exit.OK : Exit.FAILED;
    }
}
