package vorsprung.app.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dead-letters retry}. */
@Command(
        name = "retry",
        description = "Sends the bytes to their topic again, under the event's own key, once what was wrong is mended.")
public final class DeadLettersRetryCommand implements Callable<Integer> {
    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @ArgGroup(multiplicity = "1")
    private final DeadLetterChoice which = new DeadLetterChoice();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int failed = 0;
        try (DeadLetterAccess access = DeadLetterAccess.open(cluster, talk)) {
            for (DeadLetterRow row : which.rows(access, talk)) {
                Optional<String> obstacle = access.redrive().obstacle(row.letter());
                if (obstacle.isPresent()) {
                    talk.say(row.letter().number() + " would fail again: " + obstacle.get());
                    failed++;
                } else {
                    talk.out()
                            .println(row.letter().number() + " is now "
                                    + access.redrive().retry(row.letter()));
                }
            }
        }
        return failed == 0 && which.found() ? Exit.OK : Exit.FAILED;
    }
}
