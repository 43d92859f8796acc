package vorsprung.ingest;

import java.util.List;

/** Settings that cannot be taken; names every one of them. */
public final class SettingsException extends RuntimeException {
    SettingsException(List<String> errors) {
        super(String.join("\n", errors));
    }
}
