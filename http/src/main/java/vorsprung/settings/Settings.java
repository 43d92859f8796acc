package vorsprung.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads settings by name. Every name that was asked for is remembered, so that one nobody asked for can be refused
 * with the nearest that exists.
 */
public final class Settings {
    private final Map<String, String> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> prefixes = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    public Settings(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** A text; the default when it is not given. */
    public String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    /** A text that may be absent. */
    public Optional<String> text(String name) {
        return find(name);
    }

    /** A whole number within bounds, both inclusive. */
    public int number(String name, int otherwise, int least, int most) {
        return read(name, otherwise, "a whole number from " + least + " to " + most, text -> {
            int value = Integer.parseInt(text);
            return value < least || value > most ? Optional.empty() : Optional.of(value);
        });
    }

    /** A duration of whole milliseconds, at least one. */
    public Duration milliseconds(String name, Duration otherwise) {
        return read(name, otherwise, "a number of milliseconds, at least 1", text -> {
            long value = Long.parseLong(text);
            return value < 1 ? Optional.empty() : Optional.of(Duration.ofMillis(value));
        });
    }

    /** One of these words. */
    public String oneOf(String name, String otherwise, List<String> words) {
        return read(
                name,
                otherwise,
                "one of " + String.join(", ", words),
                text -> words.contains(text) ? Optional.of(text) : Optional.empty());
    }

    /** Settings that are passed on as they are, without their prefix. */
    public Map<String, String> passedOn(String prefix) {
        prefixes.add(prefix);
        Map<String, String> rest = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                rest.put(name.substring(prefix.length()), value);
            }
        });
        return rest;
    }

    /** Settings that are passed on under their own names. */
    public Map<String, String> keptFrom(List<String> names) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : names) {
            find(name).ifPresent(value -> kept.put(name, value));
        }
        return kept;
    }

    /** Settings that are passed on under their own names, all that start so. */
    public Map<String, String> keptFrom(String prefix) {
        prefixes.add(prefix);
        Map<String, String> kept = new LinkedHashMap<>(given);
        kept.keySet().removeIf(name -> !name.startsWith(prefix));
        return kept;
    }

    /** The names that were asked for so far. */
    public Set<String> known() {
        return Set.copyOf(known);
    }

    /** Adds a fault that only the asker can see, such as a value that goes ill with another. */
    public void refuse(String fault) {
        faults.add(fault);
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsException if a value broke its rule, or a name was given that nobody asked for
     */
    public void check() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .filter(name -> prefixes.stream().noneMatch(name::startsWith))
                .sorted()
                .forEach(name -> faults.add("unknown setting " + name + nearest(name)));
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }

    private String nearest(String name) {
        return Nearest.to(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private <T> T read(String name, T otherwise, String rule, Function<String, Optional<T>> parse) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Optional<T> value = parse.apply(text.get());
            if (value.isPresent()) {
                return value.get();
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of bounds
        }
        faults.add(name + " must be " + rule + ", found \"" + text.get() + "\"");
        return otherwise;
    }

    private Optional<String> find(String name) {
        known.add(name);
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
