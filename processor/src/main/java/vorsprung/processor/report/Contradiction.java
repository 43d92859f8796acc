package vorsprung.processor.report;

import java.util.List;
import java.util.Map;

/**
 * Whether a report gives another figure than another source does. Names and dates, which sources spell and round each in
 * their own way, are no contradiction, and neither is a source's correction of itself.
 */
final class Contradiction {

    private Contradiction() {}

    static boolean between(Report report, List<Report> known) {
        if (known.isEmpty() || report.isRetraction()) {
            return false;
        }
        Map<String, Object> fields = fields(report);
        return known.stream()
                .filter(other -> !other.isRetraction())
                .filter(other -> !other.source().equals(report.source()))
                .anyMatch(other -> differ(fields, fields(other)));
    }

    private static boolean differ(Map<String, Object> one, Map<String, Object> other) {
        return one.entrySet().stream()
                .filter(field -> field.getValue() instanceof Number)
                .anyMatch(field -> !field.getValue().equals(other.getOrDefault(field.getKey(), field.getValue())));
    }

    private static Map<String, Object> fields(Report report) {
        return ReportFields.of(report.key().type(), report.event());
    }
}
