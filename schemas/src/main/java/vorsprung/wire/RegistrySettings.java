package vorsprung.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How to reach a registry over HTTP; the settings are described at {@link SchemaRegistries}.
 *
 * @param addresses where it is, in the order of trying
 * @param patience how long to wait for it
 * @param tls absent for the JDK's own trust
 */
record RegistrySettings(List<RegistryAddress> addresses, RegistryPatience patience, Optional<SSLContext> tls) {
    static final String PREFIX = "schema.registry.";

    private static final ConfigDef KNOWN = RegistryPatience.define(RegistryAuthorization.define(new ConfigDef()));

    RegistrySettings {
        addresses = List.copyOf(addresses);
    }

    static RegistrySettings of(String url, Map<String, ?> config) {
        Map<String, Object> parsed = KNOWN.parse(unprefixed(config));
        String authorization = RegistryAuthorization.header(parsed).orElse(null);
        return new RegistrySettings(
                Arrays.stream(url.split(",", -1))
                        .map(address -> RegistryAddress.of(address, authorization))
                        .toList(),
                RegistryPatience.of(parsed),
                RegistryTls.context(config));
    }

    /** The addresses, for messages. */
    String location() {
        return addresses.stream().map(RegistryAddress::toString).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> unprefixed(Map<String, ?> config) {
        Map<String, Object> settings = new HashMap<>(config);
        config.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(name.substring(PREFIX.length()), value);
            }
        });
        return settings;
    }
}
