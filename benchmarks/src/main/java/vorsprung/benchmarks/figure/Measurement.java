package vorsprung.benchmarks.figure;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of one run of one contestant, in the order in which they are to be shown.
 *
 * @param figures by name; the unit is part of the name
 */
public record Measurement(Map<String, Double> figures) {
    /** What a line that carries a measurement starts with. */
    private static final String MARK = "measured:";

    private static final String BETWEEN = " ";

    public Measurement {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Nothing yet. */
    public static Measurement empty() {
        return new Measurement(Map.of());
    }

    /** These figures and one more. */
    public Measurement with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(figures);
        more.put(name, value);
        return new Measurement(more);
    }

    /** The figures of both: one that both have is combined as is said of its name. */
    public Measurement combined(Measurement other, Function<String, DoubleBinaryOperator> how) {
        Map<String, Double> both = new LinkedHashMap<>(figures);
        other.figures.forEach((name, value) -> both.merge(name, value, how.apply(name)::applyAsDouble));
        return new Measurement(both);
    }

    /** A figure; absent when it was not measured. */
    public Optional<Double> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    /** The measurement as a line of text, for another process. */
    public String line() {
        return figures.entrySet().stream()
                .map(figure -> BETWEEN + figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining("", MARK, ""));
    }

    /** Reads a line; absent when it carries no measurement. */
    public static Optional<Measurement> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        Arrays.stream(line.substring(MARK.length()).strip().split(BETWEEN, -1))
                .map(figure -> figure.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> figures.put(parts[0], Double.valueOf(parts[1])));
        return Optional.of(new Measurement(figures));
    }
}
