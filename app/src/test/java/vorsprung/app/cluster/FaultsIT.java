package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens, the answers are those of the reports that were acknowledged. What happens is drawn by a seed. Each
 * kind of fault is in the list of one of the two seeds of the build; CONTRIBUTING.md has the command for others.
 */
final class FaultsIT {

    private static final List<Long> SEEDS = List.of(59L, 405L);
    private static final int SHORTEST = 9;
    private static final int LENGTH = Integer.getInteger("faults.length", SHORTEST);

    @TempDir
    private Path folder;

    static List<Long> seeds() {
        Long seed = Long.getLong("faults.seed");
        return seed == null ? SEEDS : List.of(seed);
    }

    @Test
    void theSeedsOfTheBuildBringEveryKindOfFault() {
        assertThat(SEEDS.stream().flatMap(seed -> Fault.list(seed, SHORTEST).stream()))
                .contains(Fault.values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensTheAnswersAreThoseOfTheAcknowledgedReports(long seed) throws Exception {
        List<Fault> faults = Fault.list(seed, LENGTH);
        String drawn = "seed " + seed + ": " + faults;
        System.err.println(drawn);
        try (FaultTrial trial = FaultTrial.begin(seed, folder)) {
            for (int i = 0; i < faults.size(); i++) {
                happens(trial, faults.get(i), "fault " + (i + 1) + " of " + drawn);
            }

            Set<String> expected = trial.expected();
            assertThat(expected).hasSizeGreaterThan(10);
            assertThat(trial.answers()).as(drawn).containsExactly(expected, expected);
            assumeTrue(trial.untried().isEmpty(), () -> "all else held; not tried here: " + trial.untried());
        }
    }

    private static void happens(FaultTrial trial, Fault fault, String which) {
        System.err.println("fault: " + fault);
        try {
            trial.happens(fault);
        } catch (Exception e) { // whatever it is: without seed and list it cannot be seen again
            throw new AssertionError(which, e);
        }
    }
}
