package vorsprung.benchmarks.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.benchmarks.contestant.Contestant;
import vorsprung.benchmarks.figure.Rounds;
import vorsprung.benchmarks.race.ContestantFailedException;
import vorsprung.benchmarks.race.Race;
import vorsprung.benchmarks.race.RaceSettings;
import vorsprung.benchmarks.race.Report;

/** {@code benchmarks/run}: compares contestants in interleaved rounds. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the contestants in rounds, each in a fresh virtual machine with the same heap, in reverse order in every"
                    + " other round, and prints ratios within a round, then figures.",
            "Figures compare only within one run: a busy machine slows all of them."
        })
public final class RunCommand implements Callable<Integer> {
    private static final List<String> USUAL = List.of("raw", "count", "cached-count", "market", "shuffled");

    private final String mainClass;

    @Parameters(
            paramLabel = "CONTESTANT",
            description = "Who takes part; without any: raw count cached-count market shuffled.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(names = "--events", paramLabel = "N", description = "Events of the market. Default: ${DEFAULT-VALUE}.")
    private long events = 200_000;

    @Option(
            names = "--facts",
            paramLabel = "N",
            description = "Longest history of a growing subject. Default: ${DEFAULT-VALUE}.")
    private int facts = 1_000_000;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Heap of each contestant. Default: ${DEFAULT-VALUE}.")
    private String heap = "1g";

    @Option(
            names = "--jvm-option",
            paramLabel = "OPTION",
            description = "A further option of each contestant's virtual machine, such as a flight recording's.")
    private List<String> jvmOptions = new ArrayList<>();

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where brokers and stores are meanwhile. Default: a temporary folder.")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private ShapeOptions shape = new ShapeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    /**
     * The command.
     *
     * @param mainClass the program it belongs to, which its contestants are started with
     */
    public RunCommand(String mainClass) {
        this.mainClass = mainClass;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Path place = folder.isPresent()
                ? Files.createTempDirectory(Files.createDirectories(folder.get()), "race")
                : Files.createTempDirectory("race");
        RaceSettings settings = settings(place);
        Rounds outcome;
        try {
            outcome = new Race(settings, mainClass, line -> say(err, line)).run();
        } catch (ContestantFailedException e) {
            say(err, String.valueOf(e.getMessage()));
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        new Report(settings.contestants(), outcome).lines().forEach(out::println);
        out.flush();
        Utils.delete(settings.folder().toFile());
        return 0;
    }

    private RaceSettings settings(Path place) {
        List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        options.addAll(jvmOptions);
        try {
            return new RaceSettings(
                    contestants(), rounds, events, facts, shape.shape(), options, place.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<Contestant> contestants() {
        return (names.isEmpty() ? USUAL : names).stream().map(this::contestant).toList();
    }

    private Contestant contestant(String name) {
        return Contestant.labelled(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "there is no contestant " + name + "; there are " + Contestant.labels()));
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
