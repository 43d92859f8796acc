package vorsprung.app.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import vorsprung.ingest.intake.EventJson;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.Folding;
import vorsprung.processor.report.Report;
import vorsprung.processor.report.ReportKey;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

/**
 * Writes the facts in force now as CSV, a fact a row, a field a column under its JSON name; lists are parted by
 * semicolons. Holds the reports of one event type at a time in memory.
 */
public final class FactTable {
    private static final String TYPE = "type";
    private static final String SOURCE = "source";
    private static final String SOURCE_URL = "source.url";
    /** What a report says about itself, not about the fact. */
    private static final List<String> OF_REPORTS = List.of("retracted", "clears", "occurredAtPrecision");

    private final EventTopics topics;

    public FactTable(EventTopics topics) {
        this.topics = topics;
    }

    /**
     * Writes all facts and returns how many.
     *
     * @throws IOException when they cannot be written
     */
    public long write(Writer out) throws IOException {
        List<String> columns = columns();
        long facts = 0;
        write(out, columns);
        for (EventType type : EventType.values()) {
            for (Fact fact : facts(type)) {
                write(out, cells(fact, columns));
                facts++;
            }
        }
        out.flush();
        return facts;
    }

    private static void write(Writer out, List<String> cells) throws IOException {
        out.write(CSVFormat.RFC4180.format(cells.toArray()));
        out.write('\n');
    }

    /** In the order of their subjects, then of valid time. */
    private List<Fact> facts(EventType type) {
        Map<String, List<Report>> byFact = new TreeMap<>();
        topics.read(
                type,
                report -> byFact.computeIfAbsent(
                                type.keyOf(report.event()) + '\0' + report.key().eventId(), key -> new ArrayList<>())
                        .add(report));
        return byFact.values().stream()
                .map(reports -> Folding.fold(
                        type,
                        reports.stream()
                                .sorted(Comparator.comparing(Report::key, Comparator.<ReportKey>naturalOrder()))
                                .toList()))
                .flatMap(Optional::stream)
                .sorted(Comparator.<Fact, String>comparing(fact -> type.keyOf(fact.event()))
                        .thenComparing(Fact::place))
                .toList();
    }

    private static List<String> columns() {
        return Stream.concat(
                        Stream.of(TYPE),
                        Arrays.stream(EventType.values())
                                .flatMap(type -> type.schema().getFields().stream())
                                .map(field -> EventFields.jsonName(field.name()))
                                .filter(name -> !OF_REPORTS.contains(name))
                                .flatMap(name -> name.equals(SOURCE) ? Stream.of(SOURCE, SOURCE_URL) : Stream.of(name)))
                .distinct()
                .toList();
    }

    private static List<String> cells(Fact fact, List<String> columns) {
        ObjectNode json = EventJson.of(fact.type(), fact.event());
        json.put("eventId", fact.place().eventId());
        json.put("recordedAt", fact.place().recordedAt().toString());
        return columns.stream().map(column -> cell(json, column)).toList();
    }

    private static String cell(ObjectNode json, String column) {
        return switch (column) {
            case SOURCE -> json.path(SOURCE).path("name").asText("");
            case SOURCE_URL -> json.path(SOURCE).path("url").asText("");
            default -> text(json.path(column));
        };
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(";"))
                : value.isMissingNode() ? "" : value.asText();
    }
}
