package vorsprung.ingest.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table: its cells by the names of their columns, without blanks around them; an empty cell is absent. */
public final class Row {
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final long line;

    Row(Map<String, Integer> columns, List<String> cells, long line) {
        this.columns = columns;
        this.cells = List.copyOf(cells);
        this.line = line;
    }

    /** The line the row begins on, counted from 1. */
    long line() {
        return line;
    }

    /** The cell's text. A column that the table does not have is absent too. */
    Optional<String> text(String column) {
        Integer index = columns.get(column);
        return index == null
                ? Optional.empty()
                : Optional.of(cells.get(index).strip()).filter(cell -> !cell.isEmpty());
    }

    /** The cell's number, exactly as it is written. */
    Optional<BigDecimal> number(String column) throws BadCellException {
        Optional<String> cell = text(column);
        try {
            return cell.map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw new BadCellException(column, "expected a number, found \"" + cell.orElse("") + '"');
        }
    }

    /** The cell's day, written 2025-03-31, or 3/31/2025 as a spreadsheet of an American leaves it. */
    Optional<LocalDate> day(String column) throws BadCellException {
        Optional<String> cell = text(column);
        try {
            return cell.map(Row::dayOf);
        } catch (DateTimeException e) {
            throw new BadCellException(
                    column, "expected a day such as 2025-03-31 or 3/31/2025, found \"" + cell.orElse("") + '"');
        }
    }

    private static LocalDate americanDay(Matcher american) {
        return LocalDate.of(
                Integer.parseInt(american.group(3)),
                Integer.parseInt(american.group(1)),
                Integer.parseInt(american.group(2)));
    }

    private static LocalDate dayOf(String text) {
        Matcher american = AMERICAN.matcher(text);
        return american.matches() ? americanDay(american) : LocalDate.parse(text);
    }
}
