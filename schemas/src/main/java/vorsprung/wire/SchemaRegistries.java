package vorsprung.wire;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Picks the registry that a configuration names.
 *
 * <p>Settings bear Confluent's names. All but the URL may be written with or without the prefix
 * {@code schema.registry.}; with it wins. Those of TLS need it, since without it they are the broker's.
 *
 * <ul>
 *   <li>{@code schema.registry.url}: addresses, separated by commas, tried in turn; {@code mock://scope} is one in
 *       memory that all who name the scope share
 *   <li>{@code basic.auth.credentials.source}: {@code URL} (default: from {@code http://user:password@host}),
 *       {@code USER_INFO} (default once there is a {@code basic.auth.user.info}) or {@code SASL_INHERIT} (from
 *       {@code sasl.jaas.config})
 *   <li>{@code basic.auth.user.info}: {@code user:password}
 *   <li>{@code bearer.auth.credentials.source}: {@code STATIC_TOKEN}; default: none
 *   <li>{@code bearer.auth.token}: the token
 *   <li>{@code http.connect.timeout.ms}: default 2000
 *   <li>{@code http.read.timeout.ms}: how long one answer may take, default 5000
 *   <li>{@code max.retries}: how often all addresses are tried again when none is there or all answer 5xx, default 5
 *   <li>{@code retries.wait.ms}, {@code retries.max.wait.ms}: the first pause, which doubles, and the longest; default
 *       100 and 2000
 *   <li>{@code schema.registry.ssl.truststore.location}, {@code .password}, {@code .type}, the same of the
 *       {@code keystore}, and whatever else Kafka's clients know for {@code ssl.}; host names are always checked
 * </ul>
 */
public final class SchemaRegistries {
    /** Addresses of the registry, separated by commas and tried in turn; {@code mock://scope} is one in memory. */
    public static final String URL = "schema.registry.url";

    private static final String MOCK = "mock://";

    private SchemaRegistries() {}

    /**
     * The registry named by {@code schema.registry.url}. Asks it nothing yet.
     *
     * @throws ConfigException when a setting is missing or makes no sense
     */
    public static SchemaRegistry of(Map<String, ?> config) {
        String url = text(config.get(URL));
        if (url.startsWith(MOCK)) {
            return MemorySchemaRegistry.shared(url.substring(MOCK.length()));
        }
        return new HttpSchemaRegistry(RegistrySettings.of(url, config));
    }

    private static String text(@Nullable Object url) {
        if (url == null || url.toString().isBlank()) {
            throw new ConfigException(URL, url, "is required, such as http://localhost:8081");
        }
        return url.toString().strip();
    }
}
