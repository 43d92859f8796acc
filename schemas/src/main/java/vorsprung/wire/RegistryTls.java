package vorsprung.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Trust and key for the registry, from the same settings and stores (JKS, PKCS12, PEM) as Kafka's own. */
final class RegistryTls {
    private static final String PREFIX = RegistrySettings.PREFIX + "ssl.";

    private RegistryTls() {}

    /** The context that the settings describe; absent when there are none. */
    static Optional<SSLContext> context(Map<String, ?> config) {
        Map<String, Object> named = new HashMap<>();
        config.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                named.put(name.substring(RegistrySettings.PREFIX.length()), value);
            }
        });
        return named.isEmpty() ? Optional.empty() : Optional.of(build(named));
    }

    private static SSLContext build(Map<String, Object> named) {
        ConfigDef known = new ConfigDef();
        SslConfigs.addClientSslSupport(known);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(known.parse(named));
            return factory.sslContext();
        }
    }
}
