package vorsprung.benchmarks.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import vorsprung.benchmarks.contestant.Assignment;
import vorsprung.benchmarks.contestant.Contestant;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.MarketShape;

/** Fresh virtual machines in which one contestant runs once. */
final class ContestantProcess {
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
     * Runs it to the end, in as many processes as it has instances.
     *
     * @throws ContestantFailedException if it fails
     */
    Measurement run(Contestant contestant, Assignment assignment) throws IOException, InterruptedException {
        List<Instance> instances = new ArrayList<>();
        try {
            for (int i = 0; i < contestant.instances(); i++) {
                instances.add(start(contestant, assignment, i));
            }
            List<Measurement> measured = new ArrayList<>();
            for (Instance instance : instances) {
                measured.add(instance.measured().orElseThrow(() -> failed(contestant, instance)));
            }
            return Contestant.together(measured);
        } finally {
            instances.forEach(Instance::close);
            Utils.delete(assignment.folder().toFile());
        }
    }

    private Instance start(Contestant contestant, Assignment assignment, int index) throws IOException {
        String own = assignment.name() + "-" + index;
        Path folder = Files.createDirectories(assignment.folder().resolve(own));
        Path log = assignment.folder().resolveSibling(own + ".log");
        return Instance.start(command(contestant, assignment.in(folder)), log);
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

    private static ContestantFailedException failed(Contestant contestant, Instance instance) {
        return new ContestantFailedException(contestant.label() + " failed: it " + instance.story());
    }
}
