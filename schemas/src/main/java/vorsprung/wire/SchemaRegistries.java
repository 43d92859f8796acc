package vorsprung.wire;

import java.util.Map;

/** Picks the registry that a configuration names. */
public final class SchemaRegistries {
    /** Addresses of the registry, separated by commas and tried in turn; {@code mock://scope} is one in memory. */
    public static final String URL = "schema.registry.url";

    private SchemaRegistries() {}

    /**
     * The registry named by {@code schema.registry.url}.
     *
     * @throws org.apache.kafka.common.config.ConfigException when a setting is missing or makes no sense
     */
    public static SchemaRegistry of(Map<String, ?> config) {
        throw new UnsupportedOperationException("not yet");
    }
}
