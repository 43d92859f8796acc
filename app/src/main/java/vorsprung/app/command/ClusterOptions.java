package vorsprung.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vorsprung.wire.SchemaRegistries;

/** Which Kafka cluster and which schema registry are used. */
public final class ClusterOptions {

    private static final String KAFKA = "kafka.";
    private static final String BOOTSTRAP = "bootstrap.servers";

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka's bootstrap servers. Default: 127.0.0.1:9092.")
    private Optional<String> bootstrap = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The schema registry. Default: http://127.0.0.1:8081/apis/ccompat/v7.")
    private Optional<String> registry = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the ingest role, such as credentials for both. Environment variables"
                    + " VORSPRUNG_... win over it, options over both.")
    private Optional<Path> file = Optional.empty();

    /**
     * Settings of the ingest role.
     *
     * @throws IOException when the file cannot be read
     */
    Map<String, String> settings(Map<String, String> environment) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put(BOOTSTRAP, "127.0.0.1:9092");
        settings.put(SchemaRegistries.URL, "http://127.0.0.1:8081/apis/ccompat/v7");
        settings.putAll(RoleSettings.read(file, environment));
        bootstrap.ifPresent(servers -> settings.put(BOOTSTRAP, servers));
        registry.ifPresent(url -> settings.put(SchemaRegistries.URL, url));
        return Map.copyOf(settings);
    }

    /**
     * Settings of clients of both.
     *
     * @throws IOException when the file cannot be read
     */
    Map<String, String> clientSettings(Map<String, String> environment) throws IOException {
        Map<String, String> plain = new HashMap<>();
        settings(environment)
                .forEach((name, value) ->
                        plain.put(name.startsWith(KAFKA) ? name.substring(KAFKA.length()) : name, value));
        return Map.copyOf(plain);
    }
}
