package vorsprung.app.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Network namespaces of this machine, made by the command {@code ip} and by root only. */
public final class Namespaces {
    private Namespaces() {}

    /** Why none can be made here; empty when one can. */
    public static Optional<String> obstacle() throws InterruptedException {
        String name = "vstry" + ProcessHandle.current().pid();
        try {
            run("ip", "netns", "add", name);
            run("ip", "netns", "delete", name);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Runs a command to its end; what it said.
     *
     * @throws IOException with what it said, if it failed
     */
    public static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit + ": " + said.strip());
        }
        return said;
    }
}
