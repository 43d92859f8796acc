package vorsprung.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vorsprung.app.demo.LocalSettings;

/** Where a system in one process lives and listens. */
public final class LocalOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where everything is kept. Default: a folder of the command below $XDG_DATA_HOME/vorsprung,"
                    + " else ~/.local/share/vorsprung.")
    private Optional<Path> dataDir = Optional.empty();

    @Option(names = "--fresh", description = "Delete what an earlier run has left in the folder, and start over.")
    private boolean fresh;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the query API, 0 for a free one, as all ports. Default: ${DEFAULT-VALUE}.")
    private int apiPort;

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "Port of the publish gateway. Default: ${DEFAULT-VALUE}.")
    private int gatewayPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of the schema registry. Default: ${DEFAULT-VALUE}.")
    private int registryPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of Kafka. Default: ${DEFAULT-VALUE}.")
    private int kafkaPort;

    /** Whether to start over. */
    boolean isFresh() {
        return fresh;
    }

    /**
     * The settings.
     *
     * @param command names the default folder
     */
    LocalSettings settings(String command, Map<String, String> environment) {
        Path folder = dataDir.orElseGet(
                () -> dataHome(environment).resolve("vorsprung").resolve(command));
        return new LocalSettings(folder.toAbsolutePath(), apiPort, gatewayPort, registryPort, kafkaPort);
    }

    private static Path dataHome(Map<String, String> environment) {
        String home = environment.getOrDefault("XDG_DATA_HOME", "");
        return home.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(home);
    }
}
