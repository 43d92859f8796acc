package vorsprung.ingest.table;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vorsprung.settings.Settings;
import vorsprung.settings.SettingsException;
import vorsprung.topic.EventType;

/**
 * How the columns of a table that is not known become fields of events.
 *
 * @param type what kind of event each row is; absent where a column {@code type} says it
 * @param columns the column of each field; a field whose column bears its own name need not be listed
 * @param values fields that are the same in all rows
 * @param dates what 3/4/2025 means; absent where no such day may occur
 */
public record ColumnMapping(
        Optional<EventType> type, Map<String, String> columns, Map<String, String> values, Optional<DateOrder> dates) {
    /** Says nothing: each column bears the name of its field. */
    public static final ColumnMapping NONE = new ColumnMapping(Optional.empty(), Map.of(), Map.of(), Optional.empty());

    private static final String COLUMN = "column.";
    private static final String VALUE = "value.";

    /** What stands first in a day with slashes. */
    public enum DateOrder {
        MONTH_FIRST("month-first"),
        DAY_FIRST("day-first");

        private final String label;

        DateOrder(String label) {
            this.label = label;
        }

        static Optional<DateOrder> labelled(String label) {
            return List.of(values()).stream()
                    .filter(order -> order.label.equals(label))
                    .findFirst();
        }
    }

    public ColumnMapping {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Reads a mapping: {@code type}, {@code column.FIELD}, {@code value.FIELD} and {@code dates}.
     *
     * @throws SettingsException naming each key that is unknown or breaks its rule
     */
    public static ColumnMapping of(Map<String, String> given) {
        Settings settings = new Settings(given);
        Optional<String> label = settings.text("type");
        Optional<String> order = settings.text("dates");
        Map<String, String> columns = settings.passedOn(COLUMN);
        Map<String, String> values = settings.passedOn(VALUE);
        if (label.isPresent() && EventType.labelled(label.get()).isEmpty()) {
            settings.refuse("type " + label.get() + " is none of " + EventType.labels());
        }
        if (order.isPresent() && DateOrder.labelled(order.get()).isEmpty()) {
            settings.refuse("dates " + order.get() + " is neither month-first nor day-first");
        }
        settings.check();
        return new ColumnMapping(
                label.flatMap(EventType::labelled), columns, values, order.flatMap(DateOrder::labelled));
    }

    /** This mapping with another laid over it, which wins. */
    public ColumnMapping with(ColumnMapping other) {
        Map<String, String> allColumns = new HashMap<>(columns);
        Map<String, String> allValues = new HashMap<>(values);
        other.columns.keySet().forEach(allValues::remove);
        other.values.keySet().forEach(allColumns::remove);
        allColumns.putAll(other.columns);
        allValues.putAll(other.values);
        return new ColumnMapping(other.type.or(() -> type), allColumns, allValues, other.dates.or(() -> dates));
    }

    /** Whether it says anything. */
    public boolean isGiven() {
        return !equals(NONE);
    }
}
