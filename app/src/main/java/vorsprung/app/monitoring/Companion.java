package vorsprung.app.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.app.embedded.StartException;

/** A program of this machine, run beside this process and never longer than it lives. */
final class Companion implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_MS = 50;
    private static final int OK = 200;

    /**
     * Ends the program when our end of standard input closes, which it does however we go. Ctrl-C reaches every process
     * of the terminal; the shell leaves it to us.
     */
    private static final String UNTIL_PARENT_IS_GONE = """
            trap '' INT
            exec 3<&0
            "$@" 3<&- & child=$!
            { cat <&3 >/dev/null; kill "$child"; } 2>/dev/null & watch=$!
            wait "$child"; status=$?
            kill "$watch" 2>/dev/null
            exit $status
            """;

    private final String name;
    private final Process process;
    private final Path log;

    private Companion(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it, and returns when it answers at an address.
     *
     * @param log its output, begun anew
     * @throws StartException if it ends or does not answer in time
     */
    static Companion start(String name, List<String> words, Path log, URI ready) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_PARENT_IS_GONE, "sh"));
        command.addAll(words);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Companion companion = new Companion(name, process, log);
            companion.await(ready);
            return companion;
        } catch (IOException e) {
            throw new StartException("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private void await(URI ready) {
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(client, ready)) {
            if (endedWithin(BETWEEN_LOOKS_MS)) {
                throw new StartException(name + " ended with exit code " + process.exitValue() + ". " + lastWords());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new StartException(name + " did not answer within " + PATIENCE + ". " + lastWords());
            }
        }
    }

    private static boolean answers(HttpClient client, URI ready) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for " + ready, e);
        }
    }

    private boolean endedWithin(long timeoutMs) {
        try {
            return process.waitFor(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for " + name, e);
        }
    }

    private String lastWords() {
        try (InputStream in = Files.newInputStream(log)) {
            return "Its output (" + log + "):\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "Its output " + log + " cannot be read: " + e;
        }
    }

    /** Ends it, by force if it takes too long. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("{} had closed its input", name, e);
        }
        if (!endedWithin(PATIENCE.toMillis())) {
            LOG.warn("{} did not stop within {}: killed", name, PATIENCE);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
