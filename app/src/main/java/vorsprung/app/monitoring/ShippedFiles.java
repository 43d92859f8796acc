package vorsprung.app.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The configuration and the rules that come with the program, as they lie in {@code monitoring/}. */
public final class ShippedFiles {

    /** The files of rules. */
    static final List<String> RULES = List.of("rules/market.yml", "rules/system.yml");

    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

    private ShippedFiles() {}

    /** A file's text, by its path below {@code monitoring/}. */
    static String text(String path) {
        String resource = "/vorsprung/monitoring/" + path;
        try (InputStream in = Objects.requireNonNull(ShippedFiles.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** The names of all alerts, each once. */
    static List<String> alerts() {
        return RULES.stream()
                .flatMap(file -> ALERT.matcher(text(file)).results())
                .map((MatchResult alert) -> alert.group(1))
                .distinct()
                .toList();
    }
}
