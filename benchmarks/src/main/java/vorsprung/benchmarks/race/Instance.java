package vorsprung.benchmarks.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vorsprung.benchmarks.figure.Measurement;

/** A process that measures something, prints it and ends. It does not outlive this one. */
final class Instance implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 20;

    private final Process process;
    private final Path log;
    private final Thread stop;

    private Instance(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.stop = new Thread(process::destroyForcibly);
    }

    /**
     * Starts it.
     *
     * @param log where its words go, the measurement apart
     */
    static Instance start(List<String> command, Path log) throws IOException {
        Instance instance = new Instance(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        Runtime.getRuntime().addShutdownHook(instance.stop);
        return instance;
    }

    /** Its measurement, once it has ended; absent when it failed. */
    Optional<Measurement> measured() throws IOException, InterruptedException {
        try (BufferedReader output = process.inputReader()) {
            Optional<Measurement> measured = output.lines()
                    .flatMap(line -> Measurement.parse(line).stream())
                    .findFirst();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return ended && process.exitValue() == 0 ? measured : Optional.empty();
        }
    }

    /** How it came to its end, and where its words are. */
    String story() {
        String end = process.isAlive()
                ? "did not end within " + PATIENCE_MINUTES + " minutes"
                : "ended with " + process.exitValue();
        return end + "; its words are in " + log;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(stop);
    }
}
