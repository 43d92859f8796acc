package vorsprung.app.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder of a broker's logs; it becomes a cluster's, with an id of its own, by being formatted once. */
final class BrokerFolder {

    /** Kafka writes this file last, so a format that was cut short is done again. */
    private static final String FORMATTED = "meta.properties";

    private BrokerFolder() {}

    static void formatOnce(Path directory) {
        if (Files.exists(directory.resolve(FORMATTED))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(directory);
            formatter(directory).setPrintStream(silent).run();
        } catch (Exception e) { // Formatter.run declares no narrower type
            throw new StartException("Cannot format " + directory + " for Kafka: " + e.getMessage(), e);
        }
    }

    /** The latest production level of every feature, {@code streams.version} among them. */
    private static Formatter formatter(Path directory) {
        return new Formatter()
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString());
    }
}
