package vorsprung.processor.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vorsprung.processor.domain.fact.Evidence;

/** Evidence as the API shows it, by the figure's name: which facts, the first hundred of them, and how many. */
final class EvidenceView {
    private EvidenceView() {}

    static Map<String, List<String>> eventIds(Map<String, Evidence> evidence) {
        return each(evidence, Evidence::eventIds);
    }

    static Map<String, Long> counts(Map<String, Evidence> evidence) {
        return each(evidence, Evidence::count);
    }

    private static <T> Map<String, T> each(Map<String, Evidence> evidence, Function<Evidence, T> part) {
        return evidence.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> part.apply(entry.getValue()), (one, other) -> one, TreeMap::new));
    }
}
