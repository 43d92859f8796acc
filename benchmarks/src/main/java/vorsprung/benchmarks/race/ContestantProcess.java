package vorsprung.benchmarks.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vorsprung.benchmarks.contestant.Assignment;
import vorsprung.benchmarks.contestant.Contestant;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.MarketShape;

/** A fresh virtual machine in which one contestant runs once. */
final class ContestantProcess {
    private static final int PATIENCE_MINUTES = 20;

    /** Carries over what the launcher has told this process. */
    private static final List<String> CARRIED = List.of(
            "org.apache.avro.SERIALIZABLE_PACKAGES", "vorsprung.root", "vorsprung.archive", "vorsprung.registry.home");

    private final String mainClass;
    private final List<String> jvmOptions;

    /**
     * Processes with these options.
     *
     * @param mainClass runs the contestant named by its arguments
     */
    ContestantProcess(String mainClass, List<String> jvmOptions) {
        this.mainClass = mainClass;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * Runs it to the end.
     *
     * @throws ContestantFailedException if it fails
     */
    Measurement run(Contestant contestant, Assignment assignment) throws IOException, InterruptedException {
        Files.createDirectories(assignment.folder());
        Path log = assignment.folder().resolveSibling(assignment.name() + ".log");
        Process process = new ProcessBuilder(command(contestant, assignment))
                .redirectError(log.toFile())
                .start();
        Thread stop = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stop);
        try (BufferedReader output = process.inputReader()) {
            Optional<Measurement> measured = output.lines()
                    .flatMap(line -> Measurement.parse(line).stream())
                    .findFirst();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw failed(contestant, log);
            }
            return measured.orElseThrow(() -> failed(contestant, log));
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private List<String> command(Contestant contestant, Assignment assignment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        for (String name : CARRIED) {
            Optional.ofNullable(System.getProperty(name)).ifPresent(value -> command.add("-D" + name + "=" + value));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments(contestant, assignment));
        return command;
    }

    private static List<String> arguments(Contestant contestant, Assignment assignment) {
        MarketShape shape = assignment.shape();
        return List.of(
                "contestant",
                contestant.label(),
                "--bootstrap=" + assignment.bootstrapServers(),
                "--events=" + assignment.events(),
                "--facts=" + assignment.facts(),
                "--seed=" + shape.seed(),
                "--companies=" + shape.companies(),
                "--models=" + shape.models(),
                "--benchmarks=" + shape.benchmarks(),
                "--skew=" + shape.skew(),
                "--folder=" + assignment.folder(),
                "--name=" + assignment.name());
    }

    private static ContestantFailedException failed(Contestant contestant, Path log) {
        return new ContestantFailedException(contestant.label() + " failed; its words are in " + log);
    }
}
