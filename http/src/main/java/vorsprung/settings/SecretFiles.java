package vorsprung.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets that stand in files of their own, as containers are given them: {@code NAME.file} names a file that holds the
 * value of {@code NAME}, for every setting that is a secret.
 */
public final class SecretFiles {
    private static final String SUFFIX = ".file";
    private static final Pattern SECRET = Pattern.compile(
            "(.*\\.)?(secret|password|auth\\.user\\.info|bearer\\.auth\\.token|sasl\\.jaas\\.config|ssl\\.keystore\\.key)");

    private SecretFiles() {}

    /**
     * The settings with the secrets in place of the names of their files. A line break at the end of a file does not
     * count.
     *
     * @throws SettingsException naming each file that cannot be read, and each secret that is given twice; never a secret
     */
    public static Map<String, String> read(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>(given);
        List<String> faults = new ArrayList<>();
        given.forEach((name, file) -> secret(name).ifPresent(secret -> {
            settings.remove(name);
            if (given.containsKey(secret)) {
                faults.add(secret + " and " + name + " are both given; give one of them");
            }
            settings.put(secret, content(name, file, faults));
        }));
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return settings;
    }

    private static Optional<String> secret(String name) {
        return Optional.of(name)
                .filter(text -> text.endsWith(SUFFIX))
                .map(text -> text.substring(0, text.length() - SUFFIX.length()))
                .filter(text -> SECRET.matcher(text).matches());
    }

    private static String content(String name, String file, List<String> faults) {
        try {
            return Files.readString(Path.of(file.strip())).stripTrailing();
        } catch (IOException e) {
            faults.add(name + ": the file " + file + " cannot be read: " + e);
            return "";
        }
    }
}
