package vorsprung.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import vorsprung.settings.Nearest;

/** Reads settings into typed values, remembering which were asked for and all that is wrong with them. */
final class Settings {
    private final Map<String, String> rest;
    private final Set<String> known = new TreeSet<>();
    private final List<String> errors = new ArrayList<>();

    Settings(Map<String, String> settings) {
        this.rest = new TreeMap<>(settings);
    }

    Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(rest.remove(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A whole number within the bounds. */
    int number(String name, int standard, int least, int most) {
        String text = text(name).orElse(Integer.toString(standard));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is out of bounds is.
        }
        reject(name, "expected a whole number from " + least + " to " + most + ", found \"" + text + '"');
        return standard;
    }

    /** All settings whose names pass, by their names. */
    Map<String, String> those(Predicate<String> name) {
        Map<String, String> taken = new HashMap<>(rest);
        taken.keySet().removeIf(name.negate());
        rest.keySet().removeAll(taken.keySet());
        return taken;
    }

    void reject(String name, String reason) {
        errors.add(name + ": " + reason);
    }

    /**
     * Call when everything has been asked for; {@code passed} are examples of what is passed on, for the messages.
     *
     * @throws SettingsException when a setting made no sense or nobody asked for it
     */
    void finish(Set<String> passed) {
        known.addAll(passed);
        rest.keySet()
                .forEach(name -> reject(
                        name,
                        "is no setting"
                                + Nearest.to(name, known)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("; there are " + String.join(", ", known))));
        if (!errors.isEmpty()) {
            throw new SettingsException(errors);
        }
    }
}
