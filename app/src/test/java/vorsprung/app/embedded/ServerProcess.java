package vorsprung.app.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** An embedded server in a JVM of its own, which a test may kill. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration GONE = Duration.ofSeconds(20);

    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the server and returns when it is ready. */
    public static ServerProcess start(ServerMain.Kind kind, Path directory, int port) throws IOException {
        Process process = new ProcessBuilder(command(kind, directory, port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ServerProcess(process, readAddress(process));
    }

    /** Where its clients find it. */
    public String address() {
        return address;
    }

    /** The port of that address. */
    public int port() {
        return URI.create(address.contains("://") ? address : "kafka://" + address)
                .getPort();
    }

    /** As {@code kill -9} does; returns when the process and every process it had started are gone. */
    public void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        process.destroyForcibly();
        Awaitility.await().atMost(GONE).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        kill();
    }

    private static List<String> command(ServerMain.Kind kind, Path directory, int port) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Optional.ofNullable(System.getProperty("vorsprung.registry.home"))
                .ifPresent(home -> words.add("-Dvorsprung.registry.home=" + home));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName()));
        words.addAll(List.of(kind.name(), directory.toString(), String.valueOf(port)));
        return words;
    }

    private static String readAddress(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(ServerMain.READY)) {
                return line.substring(ServerMain.READY.length());
            }
        }
        throw new IOException("The server ended before it was ready: " + process.info());
    }
}
