package vorsprung.processor.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Source;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

/** The fields that a report carries, under their JSON names and in their JSON forms. */
public final class ReportFields {
    private static final int MICRO = 6;

    /** What a report says of itself and not of the market. */
    private static final Set<String> ABOUT_THE_REPORT =
            Set.of("eventId", "recordedAt", "source", "confidence", "retracted", "clears", "occurredAtPrecision");

    private ReportFields() {}

    /** Every field that is not absent, by name. */
    public static SortedMap<String, Object> of(EventType type, SpecificRecord event) {
        SortedMap<String, Object> fields = new TreeMap<>();
        for (Schema.Field field : type.schema().getFields()) {
            Object value = json(field.name(), event.get(field.pos()));
            if (value != null) {
                fields.put(EventFields.jsonName(field.name()), value);
            }
        }
        return fields;
    }

    /** The fields about the market for which reports that were not retractions carry more than one value. */
    public static List<String> disagreements(EventType type, List<Report> reports) {
        List<String> names = new ArrayList<>();
        for (Schema.Field field : type.schema().getFields()) {
            boolean counts = !ABOUT_THE_REPORT.contains(field.name());
            if (counts && values(field, reports).size() > 1) {
                names.add(EventFields.jsonName(field.name()));
            }
        }
        return names;
    }

    private static Set<Object> values(Schema.Field field, List<Report> reports) {
        Set<Object> values = new HashSet<>();
        for (Report report : reports) {
            if (!report.isRetraction()) {
                Optional.ofNullable(json(field.name(), report.event().get(field.pos())))
                        .ifPresent(values::add);
            }
        }
        return values;
    }

    private static @Nullable Object json(String name, @Nullable Object value) {
        if (value == null || (value instanceof Enum<?> unknown && unknown.name().equals("UNKNOWN"))) {
            return null;
        }
        if (value instanceof Long micro && EventFields.isPrice(name)) {
            return BigDecimal.valueOf(micro, MICRO).stripTrailingZeros();
        }
        if (value instanceof Enum<?> symbol) {
            return symbol.name();
        }
        return value instanceof Source source ? source(source) : value;
    }

    private static SortedMap<String, Object> source(Source source) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("name", source.getName());
        String url = source.getUrl();
        if (url != null) {
            fields.put("url", url);
        }
        return fields;
    }
}
