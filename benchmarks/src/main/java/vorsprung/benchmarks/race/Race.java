package vorsprung.benchmarks.race;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vorsprung.benchmarks.contestant.Assignment;
import vorsprung.benchmarks.contestant.Contestant;
import vorsprung.benchmarks.contestant.Scene;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.figure.Rounds;
import vorsprung.benchmarks.stage.Stage;

/** Lets the contestants run in rounds, one after the other. */
public final class Race {
    private final RaceSettings settings;
    private final ContestantProcess processes;
    private final Consumer<String> talk;

    /**
     * A race of these settings.
     *
     * @param mainClass runs the contestant named by its arguments
     * @param talk is told how it goes on
     */
    public Race(RaceSettings settings, String mainClass, Consumer<String> talk) {
        this.settings = settings;
        this.processes = new ContestantProcess(mainClass, settings.jvmOptions());
        this.talk = talk;
    }

    /**
     * Runs all rounds.
     *
     * @throws ContestantFailedException if a contestant fails
     */
    public Rounds run() throws IOException, InterruptedException {
        Rounds rounds = new Rounds();
        try (Stages stages = new Stages(settings)) {
            for (int round = 0; round < settings.rounds(); round++) {
                Map<String, Measurement> measured = new LinkedHashMap<>();
                for (Contestant contestant : Rounds.order(settings.contestants(), round)) {
                    measured.put(contestant.label(), once(contestant, round, stages));
                }
                rounds.add(measured);
            }
        }
        return rounds;
    }

    private Measurement once(Contestant contestant, int round, Stages stages) throws IOException, InterruptedException {
        Scene scene = contestant.scene();
        Stage stage = stages.of(scene);
        String name = "benchmark-" + contestant.label() + "-" + (round + 1);
        Measurement measured = processes.run(
                contestant,
                new Assignment(
                        stage.bootstrapServers(),
                        scene.events(settings.events(), settings.facts()),
                        settings.facts(),
                        settings.shape(),
                        settings.folder().resolve(name),
                        name));
        stages.played(scene, name);
        talk.accept("round " + (round + 1) + "  " + contestant.label() + "  " + measured.line());
        return measured;
    }
}
