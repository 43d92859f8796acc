package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;

/**
 * Whatever happens, the answers are those of the reports that were acknowledged. What happens is drawn by a seed. Not
 * part of the build; docs/operations.md has the command.
 */
@ExtendWith(StackExtension.class)
final class Faults {

    private static final long SEED = Long.getLong("faults.seed", 7);
    private static final int LENGTH = Integer.getInteger("faults.length", 12);

    @TempDir
    private Path folder;

    @Test
    void whateverHappensTheAnswersAreThoseOfTheAcknowledgedReports(EmbeddedStack stack)
            throws IOException, InterruptedException, ExecutionException {
        List<Fault> faults = Fault.list(SEED, LENGTH);
        try (FaultTrial trial = FaultTrial.begin(SEED, folder, stack.registryUrl())) {
            for (Fault fault : faults) {
                System.err.println("fault: " + fault);
                trial.happens(fault);
            }

            Set<String> expected = trial.expected();
            assertThat(expected).hasSizeGreaterThan(10);
            assertThat(trial.answers()).as("seed %d: %s", SEED, faults).containsExactly(expected, expected);
        }
    }
}
