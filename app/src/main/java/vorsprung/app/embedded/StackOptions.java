package vorsprung.app.embedded;

import java.nio.file.Path;

/**
 * Where an {@link EmbeddedStack} lives.
 *
 * @param dataDir folder of everything it keeps, created when missing
 * @param kafkaPort port of the broker on loopback; 0: a free one
 * @param registryPort port of the schema registry on loopback; 0: a free one
 */
public record StackOptions(Path dataDir, int kafkaPort, int registryPort) {

    private static final int LAST_PORT = 65_535;

    public StackOptions {
        checkPort("--kafka-port", kafkaPort);
        checkPort("--registry-port", registryPort);
    }

    private static void checkPort(String option, int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(option + " is " + port + ", expected 0 to " + LAST_PORT);
        }
    }
}
