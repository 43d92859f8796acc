package vorsprung.app.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vorsprung.app.Main;
import vorsprung.app.demo.DemoProcess;

/**
 * A reader's shell in a folder of its own, with {@code ./vorsprung} in it. What commands say to the addresses of a demo
 * goes to one on other ports.
 */
final class Shell {

    /** Far more than any needs, for a machine that does much else. */
    private static final long LONGEST_SECONDS = 60;

    /** What a reader's class path is called on the pages; here it is the one of the tests. */
    private static final String CLASS_PATH = "app/target/vorsprung.jar:app/target/modules/*:app/target/lib/*";

    /** There are many commands, and most of their time is the start of a JVM. */
    private static final String QUICKLY =
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, String> replacements;
    private int commands;

    private Shell(Path folder, Map<String, String> environment, Map<String, String> replacements) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.replacements = replacements;
    }

    /** A shell in this folder, whose commands go to this demo. */
    static Shell in(Path folder, DemoProcess demo) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        script(
                folder.resolve("vorsprung"),
                "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' " + QUICKLY + " "
                        + Main.class.getName() + " \"$@\"");
        // so that an error of the server is seen in the exit code
        script(folder.resolve("bin/curl"), "PATH=${PATH#*:} exec curl --fail-with-body \"$@\"");
        return new Shell(folder, environment(folder, demo), replacements(demo));
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Map<String, String> environment(Path folder, DemoProcess demo) {
        return Map.of(
                "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                "CLASSPATH", System.getProperty("java.class.path"),
                "VORSPRUNG_URL", demo.api(),
                "VORSPRUNG_GATEWAY", demo.gateway(),
                "VORSPRUNG_BOOTSTRAP_SERVERS", demo.kafka(),
                "VORSPRUNG_SCHEMA_REGISTRY_URL", demo.registry());
    }

    private static Map<String, String> replacements(DemoProcess demo) {
        Map<String, String> replacements = new LinkedHashMap<>();
        replacements.put("http://127.0.0.1:8080", demo.api());
        replacements.put("http://127.0.0.1:8082", demo.gateway());
        replacements.put("http://127.0.0.1:8081/apis/ccompat/v7", demo.registry());
        replacements.put("127.0.0.1:9092", demo.kafka());
        replacements.put(CLASS_PATH, System.getProperty("java.class.path"));
        return replacements;
    }

    /** A file in the folder, with the addresses of the demo in it. */
    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), atTheDemo(text));
    }

    /** Executes a command to its end, or until it has had its time. */
    Ran run(String command) throws InterruptedException {
        Running running = start(command);
        boolean ended = running.process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        running.stop();
        return new Ran(ended, ended ? running.process.exitValue() : -1, running.said());
    }

    /** Starts a command that runs until it is stopped. */
    Running start(String command) {
        Path said = folder.resolve("said-" + ++commands);
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", atTheDemo(command))
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VORSPRUNG_"));
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String atTheDemo(String text) {
        String replaced = text;
        for (Map.Entry<String, String> entry : replacements.entrySet()) {
            replaced = replaced.replace(entry.getKey(), entry.getValue());
        }
        return replaced;
    }

    /** What came of a command. */
    record Ran(boolean ended, int exitCode, String said) {}

    /** A command under way. */
    record Running(Process process, Path output) {

        /** All that it has written so far. */
        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isAlive() {
            return process.isAlive();
        }

        /** Ends it and all that it started. */
        void stop() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
