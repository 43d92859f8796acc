package vorsprung.processor.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Source;
import vorsprung.topic.CommonField;

/**
 * Whether a report gives another figure than another source does. Names and dates, which sources spell and round each in
 * their own way, are no contradiction, and neither is a source's correction of itself.
 */
final class Contradiction {

    private Contradiction() {}

    static boolean between(Report report, List<Report> known) {
        if (known.isEmpty() || isRetraction(report)) {
            return false;
        }
        Map<String, Object> fields = fields(report);
        return known.stream()
                .filter(other -> !isRetraction(other))
                .filter(other -> !Objects.equals(source(other), source(report)))
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

    private static boolean isRetraction(Report report) {
        return Boolean.TRUE.equals(field(report, CommonField.RETRACTED));
    }

    private static @Nullable Object source(Report report) {
        return field(report, CommonField.SOURCE) instanceof Source source ? source.getName() : null;
    }

    private static @Nullable Object field(Report report, CommonField field) {
        return field.of(report.key().type(), report.event());
    }
}
