package vorsprung.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * How to reach a registry over HTTP; the settings are described at {@link SchemaRegistries}.
 *
 * @param addresses where it is, in the order of trying
 * @param connectTimeout for a connection
 * @param readTimeout for an answer
 * @param maxRetries how often all addresses are tried again
 * @param firstPause before the first time they are tried again; doubles each time
 * @param longestPause before any other
 * @param tls absent for the JDK's own trust
 */
record RegistrySettings(
        List<RegistryAddress> addresses,
        Duration connectTimeout,
        Duration readTimeout,
        int maxRetries,
        Duration firstPause,
        Duration longestPause,
        Optional<SSLContext> tls) {
    static final String PREFIX = "schema.registry.";

    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT = "http.read.timeout.ms";
    private static final String MAX_RETRIES = "max.retries";
    private static final String RETRIES_WAIT = "retries.wait.ms";
    private static final String RETRIES_MAX_WAIT = "retries.max.wait.ms";

    private static final ConfigDef KNOWN = RegistryAuthorization.define(new ConfigDef())
            .define(CONNECT_TIMEOUT, ConfigDef.Type.LONG, 2_000, Range.atLeast(1), Importance.LOW, "for a connection")
            .define(READ_TIMEOUT, ConfigDef.Type.LONG, 5_000, Range.atLeast(1), Importance.LOW, "for an answer")
            .define(MAX_RETRIES, ConfigDef.Type.INT, 5, Range.atLeast(0), Importance.LOW, "rounds after the first")
            .define(RETRIES_WAIT, ConfigDef.Type.LONG, 100, Range.atLeast(0), Importance.LOW, "before the second round")
            .define(RETRIES_MAX_WAIT, ConfigDef.Type.LONG, 2_000, Range.atLeast(0), Importance.LOW, "before any round");

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
                millis(parsed, CONNECT_TIMEOUT),
                millis(parsed, READ_TIMEOUT),
                (Integer) number(parsed, MAX_RETRIES),
                millis(parsed, RETRIES_WAIT),
                millis(parsed, RETRIES_MAX_WAIT),
                RegistryTls.context(config));
    }

    /** How long to wait before trying again, the given number of rounds having failed. */
    Duration pause(int failedRounds) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failedRounds - 1, 20));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
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

    private static Duration millis(Map<String, Object> parsed, String name) {
        return Duration.ofMillis(number(parsed, name).longValue());
    }

    private static Number number(Map<String, Object> parsed, String name) {
        return (Number) Objects.requireNonNull(parsed.get(name));
    }
}
