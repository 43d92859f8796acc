package vorsprung.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Option;
import vorsprung.wire.SchemaRegistries;

/** Which Kafka cluster and which schema registry are used. */
public final class ClusterOptions {

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
            names = "--client-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients and of the registry, such as credentials.")
    private Optional<Path> file = Optional.empty();

    /**
     * Settings of clients of both: those of the file, then those of the command line.
     *
     * @throws IOException when the file cannot be read
     */
    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put(BOOTSTRAP, "127.0.0.1:9092");
        settings.put(SchemaRegistries.URL, "http://127.0.0.1:8081/apis/ccompat/v7");
        if (file.isPresent()) {
            settings.putAll(Utils.propsToStringMap(Utils.loadProps(file.get().toString())));
        }
        bootstrap.ifPresent(servers -> settings.put(BOOTSTRAP, servers));
        registry.ifPresent(url -> settings.put(SchemaRegistries.URL, url));
        return Map.copyOf(settings);
    }
}
