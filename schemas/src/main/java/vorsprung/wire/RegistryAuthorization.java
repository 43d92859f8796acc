package vorsprung.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;

/** The {@code Authorization} header that the settings ask for, whatever the address. */
final class RegistryAuthorization {
    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String TOKEN = "bearer.auth.token";

    private RegistryAuthorization() {}

    static ConfigDef define(ConfigDef settings) {
        return settings.define(
                        BASIC_SOURCE, ConfigDef.Type.STRING, null, Importance.MEDIUM, "URL, USER_INFO or SASL_INHERIT")
                .define(USER_INFO, ConfigDef.Type.PASSWORD, null, Importance.MEDIUM, "user:password")
                .define(BEARER_SOURCE, ConfigDef.Type.STRING, null, Importance.MEDIUM, "STATIC_TOKEN")
                .define(TOKEN, ConfigDef.Type.PASSWORD, null, Importance.MEDIUM, "the token")
                .define(
                        SaslConfigs.SASL_JAAS_CONFIG,
                        ConfigDef.Type.PASSWORD,
                        null,
                        Importance.LOW,
                        "for SASL_INHERIT");
    }

    /** The header; absent when the addresses' own credentials hold, if they have any. */
    static Optional<String> header(Map<String, Object> settings) {
        Object bearer = settings.get(BEARER_SOURCE);
        if (bearer == null) {
            return basic(settings);
        }
        if (!bearer.equals("STATIC_TOKEN")) {
            throw new ConfigException(BEARER_SOURCE, bearer, "must be STATIC_TOKEN");
        }
        return Optional.of("Bearer " + secret(settings, TOKEN));
    }

    private static Optional<String> basic(Map<String, Object> settings) {
        Object source = settings.get(BASIC_SOURCE);
        String named = source != null ? source.toString() : settings.get(USER_INFO) != null ? "USER_INFO" : "URL";
        return switch (named.toUpperCase(Locale.ROOT)) {
            case "URL" -> Optional.empty();
            case "USER_INFO" -> Optional.of(RegistryAddress.basic(secret(settings, USER_INFO)));
            case "SASL_INHERIT" -> Optional.of(RegistryAddress.basic(fromSasl(settings)));
            default -> throw new ConfigException(BASIC_SOURCE, named, "must be URL, USER_INFO or SASL_INHERIT");
        };
    }

    private static String secret(Map<String, Object> settings, String name) {
        if (settings.get(name) instanceof Password secret) {
            return secret.value();
        }
        throw new ConfigException(name + " is required by the credentials source");
    }

    private static String fromSasl(Map<String, Object> settings) {
        secret(settings, SaslConfigs.SASL_JAAS_CONFIG);
        Map<String, ?> options = JaasContext.loadClientContext(settings)
                .configurationEntries()
                .get(0)
                .getOptions();
        return option(options.get("username")) + ":" + option(options.get("password"));
    }

    private static String option(@Nullable Object value) {
        if (value == null) {
            throw new ConfigException(SaslConfigs.SASL_JAAS_CONFIG + " has no username and password to inherit");
        }
        return value.toString();
    }
}
