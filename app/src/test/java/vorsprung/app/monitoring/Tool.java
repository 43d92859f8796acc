package vorsprung.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A command that checks what is in {@code monitoring/}; where it is not installed, its tests are skipped by name. */
record Tool(String command, String debianPackage) {

    /** The folder {@code monitoring} of the repository. */
    static final Path MONITORING = Path.of("..", "monitoring").toAbsolutePath().normalize();

    static final Tool PROMTOOL = new Tool("promtool", "prometheus");
    static final Tool AMTOOL = new Tool("amtool", "prometheus-alertmanager");

    /** Runs it in the folder, expects that it succeeds, and gives its output. */
    String succeeds(String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), command + " is not on the PATH: apt-get install " + debianPackage);
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .directory(MONITORING.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words + ":\n" + output).isZero();
        return output;
    }

    private boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
