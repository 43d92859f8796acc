package vorsprung.ingest.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

/** A table whose columns a {@link ColumnMapping} explains, or whose columns bear the names of fields. */
public final class MappedTable implements Table {
    static final String TYPE = "type";
    static final String SOURCE = "source";
    static final String SOURCE_URL = "source.url";

    private static final Set<String> EVERYWHERE = Set.of(TYPE, SOURCE, SOURCE_URL);

    private final ColumnMapping mapping;
    private final Map<String, String> columnByField;
    private List<String> remarks;

    private MappedTable(ColumnMapping mapping, Map<String, String> columnByField, List<String> unused) {
        this.mapping = mapping;
        this.columnByField = columnByField;
        this.remarks = unused.isEmpty() ? List.of() : List.of("columns not used: " + String.join(", ", unused));
    }

    /**
     * The table with these columns.
     *
     * @throws UnknownTableException when the mapping names a column or field that there is not, or nothing says what
     *     type of event a row is
     */
    public static MappedTable of(List<String> header, ColumnMapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> fields = fields(mapping.type());
        header.stream().filter(fields::contains).forEach(name -> columns.put(name, name));
        columns.putAll(mapping.columns());
        mapping.values().keySet().forEach(columns::remove);
        if (mapping.type().isPresent()) {
            columns.remove(TYPE);
        }
        check(header, mapping, columns, fields);
        List<String> unused =
                header.stream().filter(column -> !columns.containsValue(column)).toList();
        return new MappedTable(mapping, columns, unused);
    }

    private static void check(
            List<String> header, ColumnMapping mapping, Map<String, String> columns, Set<String> fields) {
        if (mapping.type().isEmpty() && !columns.containsKey(TYPE)) {
            throw new UnknownTableException("the header fits no known table; say what a row is with --type, and which"
                    + " column is which field with --map FIELD=COLUMN or --mapping FILE. Columns: "
                    + String.join(", ", header));
        }
        Optional<String> missing = columns.values().stream()
                .filter(column -> !header.contains(column))
                .findFirst();
        if (missing.isPresent()) {
            throw new UnknownTableException("there is no column \"" + missing.get() + "\" in the header; there are "
                    + String.join(", ", header));
        }
        Optional<String> unknown = Stream.concat(columns.keySet().stream(), mapping.values().keySet().stream())
                .filter(field -> !fields.contains(field))
                .findFirst();
        if (unknown.isPresent()) {
            throw new UnknownTableException("\"" + unknown.get() + "\" is no field of an event; there are "
                    + String.join(", ", new TreeSet<>(fields)));
        }
    }

    /** The names of the fields of the type, else of all types. */
    private static Set<String> fields(Optional<EventType> type) {
        return Stream.concat(
                        EVERYWHERE.stream(),
                        type.map(Stream::of)
                                .orElseGet(() -> Stream.of(EventType.values()))
                                .flatMap(each -> each.schema().getFields().stream())
                                .map(field -> EventFields.jsonName(field.name())))
                .collect(Collectors.toSet());
    }

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        EventType type = type(row);
        ObjectNode report = JsonNodeFactory.instance.objectNode().put(TYPE, type.label());
        CellForm form = new CellForm(type, mapping.dates());
        for (Map.Entry<String, String> value : mapping.values().entrySet()) {
            form.put(report, value.getKey(), value.getValue(), "value." + value.getKey());
        }
        for (Map.Entry<String, String> column : columnByField.entrySet()) {
            Optional<String> cell = row.text(column.getValue());
            if (cell.isPresent() && !column.getKey().equals(TYPE)) {
                form.put(report, column.getKey(), cell.get(), column.getValue());
            }
        }
        to.report(row.line(), report, takeRemarks());
    }

    private EventType type(Row row) throws BadCellException {
        if (mapping.type().isPresent()) {
            return mapping.type().get();
        }
        String column = columnByField.getOrDefault(TYPE, TYPE);
        String label = row.text(column).orElse("");
        return EventType.labelled(label)
                .orElseThrow(() -> new BadCellException(
                        column, "expected one of " + EventType.labels() + ", found \"" + label + '"'));
    }

    private List<String> takeRemarks() {
        List<String> taken = new ArrayList<>(remarks);
        remarks = List.of();
        return taken;
    }
}
