package vorsprung.settings;

import java.util.List;

/** Settings that a role cannot start with; the message names every one of them and the way out. */
public final class SettingsException extends RuntimeException {
    private final List<String> faults;

    SettingsException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, one sentence for each setting. */
    public List<String> faults() {
        return faults;
    }
}
