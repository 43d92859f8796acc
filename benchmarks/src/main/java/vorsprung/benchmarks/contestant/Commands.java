package vorsprung.benchmarks.contestant;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Other processes: the program itself as a person starts it, and a Java virtual machine with the same options. */
final class Commands {
    /** Names the folder of the launcher; set by {@code benchmarks/run}. */
    private static final String ROOT = "vorsprung.root";

    private static final int PATIENCE_SECONDS = 60;

    private Commands() {}

    /** {@code ./vorsprung} with these arguments. */
    static List<String> vorsprung(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root().resolve("vorsprung").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** A class with the options that the launcher gives to its short commands, its archive of classes included. */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:SharedArchiveFile=" + System.getProperty("vorsprung.archive", ""),
                "-Xshare:auto",
                "-Xlog:disable",
                "-Dlog4j2.shutdownHookEnabled=false",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Milliseconds from the start of a process until it has said this; then it is stopped, and waited for. */
    static double millisUntil(Predicate<String> line, List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            String said = output.readLine();
            while (said != null && !line.test(said)) {
                said = output.readLine();
            }
            double millis = millisSince(began);
            if (said == null) {
                throw new IllegalStateException(String.join(" ", command) + " ended before it was ready");
            }
            // Process.destroy would close the output, which the process may still be writing.
            process.toHandle().destroy();
            output.transferTo(java.io.Writer.nullWriter());
            ended(process, command);
            return millis;
        }
    }

    /** Milliseconds that a process takes from start to end. */
    static double millis(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended(process, command);
        double millis = millisSince(began);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return millis;
    }

    private static void ended(Process process, List<String> command) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " did not end");
        }
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static Path root() {
        String root = System.getProperty(ROOT);
        if (root == null) {
            throw new IllegalStateException("-D" + ROOT + " must name the folder of the launcher; use benchmarks/run");
        }
        return Path.of(root);
    }
}
