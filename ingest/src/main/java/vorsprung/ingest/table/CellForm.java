package vorsprung.ingest.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import vorsprung.ingest.table.ColumnMapping.DateOrder;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

/** Turns the text of a cell into the JSON value that its field wants. */
final class CellForm {
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final String LIST_SEPARATOR = ";";

    private final EventType type;
    private final Optional<DateOrder> dates;

    CellForm(EventType type, Optional<DateOrder> dates) {
        this.type = type;
        this.dates = dates;
    }

    /** Sets the field; an enum, an id or a name stays a text, which the intake checks. */
    void put(ObjectNode report, String field, String cell, String column) throws BadCellException {
        if (field.equals(MappedTable.SOURCE) || field.equals(MappedTable.SOURCE_URL)) {
            report.withObjectProperty("source").put(field.equals(MappedTable.SOURCE) ? "name" : "url", cell);
            return;
        }
        Schema.Type kind = EventFields.named(type, field)
                .map(found -> kind(found.schema()))
                .orElse(Schema.Type.STRING);
        boolean time = field.equals("occurredAt") || field.equals("recordedAt");
        switch (kind) {
            case LONG -> {
                if (time) {
                    report.put(field, day(cell, column));
                } else {
                    report.put(field, number(cell, column));
                }
            }
            case DOUBLE -> report.put(field, number(cell, column));
            case BOOLEAN -> report.put(field, flag(cell, column));
            case ARRAY -> addAll(report.putArray(field), cell);
            default -> report.put(field, cell);
        }
    }

    private static Schema.Type kind(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .map(Schema::getType)
                        .filter(each -> each != Schema.Type.NULL)
                        .findFirst()
                        .orElse(Schema.Type.STRING)
                : schema.getType();
    }

    private static void addAll(ArrayNode list, String cell) {
        Arrays.stream(cell.split(LIST_SEPARATOR, -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(list::add);
    }

    /** "$1,200,000.50" is read too; a comma anywhere else could be a decimal point, so it is refused. */
    private static BigDecimal number(String cell, String column) throws BadCellException {
        String plain = cell.startsWith("$") ? cell.substring(1) : cell;
        try {
            return new BigDecimal(GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain);
        } catch (NumberFormatException e) {
            throw new BadCellException(column, "expected a number, found \"" + cell + '"');
        }
    }

    private static boolean flag(String cell, String column) throws BadCellException {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new BadCellException(column, "expected true or false, found \"" + cell + '"');
        };
    }

    private String day(String cell, String column) throws BadCellException {
        Matcher slashes = SLASHES.matcher(cell);
        if (!slashes.matches()) {
            return cell;
        }
        DateOrder order = dates.orElseThrow(() -> new BadCellException(
                column, cell + " may be read in two ways; say --dates month-first or --dates day-first"));
        boolean monthFirst = order == DateOrder.MONTH_FIRST;
        return "%s-%02d-%02d"
                .formatted(
                        slashes.group(3),
                        Integer.parseInt(slashes.group(monthFirst ? 1 : 2)),
                        Integer.parseInt(slashes.group(monthFirst ? 2 : 1)));
    }
}
