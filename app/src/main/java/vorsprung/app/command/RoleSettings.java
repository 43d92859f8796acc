package vorsprung.app.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vorsprung.settings.SecretFiles;

/** Settings of a role: those of a properties file, and those of the environment, which win. */
final class RoleSettings {

    private static final String PREFIX = "VORSPRUNG_";

    /** Variables that commands have for themselves. */
    private static final Set<String> OTHERS = Set.of("URL", "TOKEN", "TOKEN_FILE", "GATEWAY", "OPTS");

    /** A variable cannot tell a hyphen from a dot, so the names with hyphens are listed here. */
    static final Set<String> HYPHENATED = Set.of(
            "gateway.max-body-bytes",
            "limit.requests-per-second",
            "idempotency.expiry-minutes",
            "idempotency.max-keys",
            "reporters.max-facts",
            "publish.timeout-ms",
            "publish.transactional-id",
            "query.max-replayed-reports",
            "signals.step-up-percent",
            "signals.runway-months",
            "signals.compressed-days",
            "signals.price-cut-percent",
            "signals.price-war-cuts",
            "signals.price-war-companies",
            "signals.price-war-days");

    private static final Map<String, String> BY_VARIABLE =
            HYPHENATED.stream().collect(Collectors.toMap(RoleSettings::variable, Function.identity()));

    private RoleSettings() {}

    /**
     * The settings by name; secrets are read from their files.
     *
     * @throws IOException when the file cannot be read
     */
    static Map<String, String> read(Optional<Path> file, Map<String, String> environment) throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (file.isPresent()) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file.get())) {
                properties.load(in);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        settings.putAll(of(environment));
        return SecretFiles.read(settings);
    }

    /** {@code VORSPRUNG_API_PORT} is {@code api.port}. */
    private static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !OTHERS.contains(variable.substring(PREFIX.length()))) {
                settings.put(name(variable.substring(PREFIX.length())), value);
            }
        });
        return settings;
    }

    private static String name(String variable) {
        return BY_VARIABLE.getOrDefault(
                variable, variable.toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
