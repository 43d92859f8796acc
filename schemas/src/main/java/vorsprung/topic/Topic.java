package vorsprung.topic;

import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A topic as Vorsprung creates it. Keys are UTF-8 strings.
 *
 * @param name the topic's name
 * @param partitions how many partitions, or 0 for the number that all event topics share
 * @param schema Avro schema of its values; absent for raw bytes
 * @param settings topic settings under Kafka's names
 */
public record Topic(String name, int partitions, @Nullable Schema schema, Map<String, String> settings) {
    public Topic {
        settings = Map.copyOf(settings);
    }

    /** The registry subject of the topic's values. */
    public String subject() {
        return name + "-value";
    }
}
