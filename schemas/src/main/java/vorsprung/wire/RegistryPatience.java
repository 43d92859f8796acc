package vorsprung.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * How long to wait for a registry; the settings are described at {@link SchemaRegistries}.
 *
 * @param connectTimeout for a connection
 * @param readTimeout for an answer
 * @param maxRetries how often all addresses are tried again
 * @param firstPause before the first time they are tried again; doubles each time
 * @param longestPause before any other
 */
record RegistryPatience(
        Duration connectTimeout, Duration readTimeout, int maxRetries, Duration firstPause, Duration longestPause) {
    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT = "http.read.timeout.ms";
    private static final String MAX_RETRIES = "max.retries";
    private static final String RETRIES_WAIT = "retries.wait.ms";
    private static final String RETRIES_MAX_WAIT = "retries.max.wait.ms";

    static ConfigDef define(ConfigDef settings) {
        return settings.define(
                        CONNECT_TIMEOUT, ConfigDef.Type.LONG, 2_000, Range.atLeast(1), Importance.LOW, "connection")
                .define(READ_TIMEOUT, ConfigDef.Type.LONG, 5_000, Range.atLeast(1), Importance.LOW, "answer")
                .define(MAX_RETRIES, ConfigDef.Type.INT, 5, Range.atLeast(0), Importance.LOW, "further rounds")
                .define(RETRIES_WAIT, ConfigDef.Type.LONG, 100, Range.atLeast(0), Importance.LOW, "first pause")
                .define(
                        RETRIES_MAX_WAIT,
                        ConfigDef.Type.LONG,
                        2_000,
                        Range.atLeast(0),
                        Importance.LOW,
                        "longest pause");
    }

    static RegistryPatience of(Map<String, Object> parsed) {
        return new RegistryPatience(
                millis(parsed, CONNECT_TIMEOUT),
                millis(parsed, READ_TIMEOUT),
                (Integer) number(parsed, MAX_RETRIES),
                millis(parsed, RETRIES_WAIT),
                millis(parsed, RETRIES_MAX_WAIT));
    }

    /** How long to wait before trying again, the given number of rounds having failed. */
    Duration pause(int failedRounds) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failedRounds - 1, 20));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }

    private static Duration millis(Map<String, Object> parsed, String name) {
        return Duration.ofMillis(number(parsed, name).longValue());
    }

    private static Number number(Map<String, Object> parsed, String name) {
        return (Number) Objects.requireNonNull(parsed.get(name));
    }
}
