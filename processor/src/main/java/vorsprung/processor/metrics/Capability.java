package vorsprung.processor.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A capability whose price is exported.
 *
 * @param benchmarkId the benchmark
 * @param minScore the score that a model must have had, as it is written in the setting
 */
public record Capability(String benchmarkId, BigDecimal minScore) {
    /** How a list of them is written. */
    public static final String FORM = "benchmark:score, separated by commas, such as mmlu:0.7,gpqa-diamond:0.7";

    private static final Pattern ONE = Pattern.compile("([a-z0-9-]+):(-?[0-9]+(?:\\.[0-9]+)?)");

    /** Reads a list; empty when it is not of its {@link #FORM}. No text is no capability. */
    public static Optional<List<Capability>> list(String text) {
        List<Matcher> parts = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(ONE::matcher)
                .toList();
        if (!parts.stream().allMatch(Matcher::matches)) {
            return Optional.empty();
        }
        return Optional.of(parts.stream()
                .map(part -> new Capability(part.group(1), new BigDecimal(part.group(2))))
                .toList());
    }
}
