package vorsprung.app.monitoring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The two programs as they are on this machine.
 *
 * @param prometheus path of Prometheus
 * @param alertmanager path of Alertmanager
 */
public record Programs(Path prometheus, Path alertmanager) {

    /** As its makers call it, and as Debian does. */
    private static final List<String> ALERTMANAGER = List.of("alertmanager", "prometheus-alertmanager");

    /**
     * Finds both.
     *
     * @param path the environment's {@code PATH}
     * @throws MissingProgramException if one is not there
     */
    public static Programs find(String path) {
        return new Programs(find("Prometheus", List.of("prometheus"), path), find("Alertmanager", ALERTMANAGER, path));
    }

    private static Path find(String name, List<String> commands, String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> commands.stream().map(command -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new MissingProgramException(name, commands));
    }
}
