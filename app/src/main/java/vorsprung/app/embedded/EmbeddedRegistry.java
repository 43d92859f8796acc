package vorsprung.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry, Apicurio, in a process of its own that never outlives this one, reachable on loopback only.
 *
 * <p>What it has acknowledged is on disk: schemas keep their ids after a stop or a kill. Its output goes to
 * {@code registry.log} in its folder, which each start begins anew.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String SERVER = "The schema registry";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long POLL_MS = 50;
    private static final int LINES_SHOWN = 20;

    private final Path directory;
    private final int askedPort;
    private Optional<Process> process = Optional.empty();
    private int port;

    /**
     * A registry that is not started yet.
     *
     * @param directory where its storage and its log are, created when missing; one registry at a time
     * @param port 0: a free one, chosen at each start
     */
    public EmbeddedRegistry(Path directory, int port) {
        this.directory = directory.toAbsolutePath();
        this.askedPort = port;
    }

    /**
     * Starts the process and returns at once; {@link #awaitReady} waits for it.
     *
     * @throws StartException if the port is taken, or the registry's archive or its folder cannot be used
     */
    public void start() {
        RegistryArchive archive = RegistryArchive.configured();
        Path storage = directory.resolve("storage");
        OrphanedRegistry.end(storage);
        port = LoopbackPort.choose(askedPort, SERVER, "--registry-port");
        process = Optional.of(launch(new RegistryCommand(archive, storage, port)));
    }

    /**
     * Waits until the registry answers.
     *
     * @throws StartException if it does not within the timeout, or has ended; shows the last lines of its log
     * @throws IllegalStateException before {@link #start}
     */
    public void awaitReady(Duration timeout) {
        Process child = process.orElseThrow(() -> new IllegalStateException("The registry was not started"));
        RegistryHealth health = new RegistryHealth(port);
        long deadline = System.nanoTime() + timeout.toNanos();
        do {
            if (endedWithin(child, POLL_MS)) {
                throw new StartException(SERVER + " ended with exit code " + child.exitValue() + ". " + lastWords());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StartException(SERVER + " was not ready within " + timeout + ". " + lastWords());
            }
        } while (!health.ready());
        LOG.info("The schema registry serves {} from {}", url(), directory);
    }

    /** Base URL of the Confluent API, for {@code schema.registry.url}; known once started. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + port + "/apis/ccompat/v7";
    }

    /** Stops the process, by force if it takes more than a few seconds; nothing to do for one that never started. */
    @Override
    public void close() {
        process.ifPresent(EmbeddedRegistry::stop);
        process = Optional.empty();
    }

    private Process launch(RegistryCommand command) {
        try {
            Files.createDirectories(directory);
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile());
            // Else Quarkus takes Ctrl-C for itself, see RegistryMain.
            builder.environment().put("DISABLE_SIGNAL_HANDLERS", "true");
            return builder.start();
        } catch (IOException e) {
            throw new StartException("Cannot start the schema registry in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** By its handle: {@link Process#destroy} would close its input too, which it takes for our death. */
    private static void stop(Process child) {
        child.toHandle().destroy();
        if (!endedWithin(child, PATIENCE.toMillis())) {
            LOG.warn("The schema registry did not stop within {}: killed", PATIENCE);
            child.destroyForcibly();
        }
    }

    private static boolean endedWithin(Process child, long timeoutMs) {
        try {
            return child.waitFor(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for the schema registry", e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
            return "The end of " + log() + ":\n" + String.join("\n", last);
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }

    private Path log() {
        return directory.resolve("registry.log");
    }
}
