package vorsprung.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vorsprung.app.table.Column.Align;

/** Rows under titles. On a screen that is too narrow texts are cut first, then columns left out from the right. */
public final class Table<T> {

    private static final String GAP = "  ";
    private static final int NARROWEST_TEXT = 10;

    private final List<Column<T>> columns;

    private Table(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** A table of these columns, the most important first. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    public static <T> Table<T> of(Column<T>... columns) {
        return new Table<>(List.of(columns));
    }

    /**
     * A table laid out for a screen.
     *
     * @param lines the titles, then a line for each row
     * @param hidden titles of the columns that found no place
     */
    public record Layout(List<String> lines, List<String> hidden) {
        public Layout {
            lines = List.copyOf(lines);
            hidden = List.copyOf(hidden);
        }
    }

    /** Lays the rows out for a screen. */
    public Layout layout(List<T> rows, Screen screen) {
        List<List<String>> cells = rows.stream().map(this::cells).toList();
        List<Integer> widths = fit(naturalWidths(cells), screen);
        List<String> lines = new ArrayList<>();
        lines.add(screen.ink().bold(line(headers(), widths)));
        cells.forEach(row -> lines.add(line(row, widths)));
        return new Layout(lines, headers().subList(widths.size(), columns.size()));
    }

    private List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    private List<String> cells(T row) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
    }

    private List<Integer> naturalWidths(List<List<String>> cells) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> Math.max(
                        Glyphs.width(columns.get(i).header()),
                        cells.stream()
                                .mapToInt(row -> Glyphs.width(row.get(i)))
                                .max()
                                .orElse(0)))
                .toList();
    }

    /** The widths of the columns that are shown. */
    private List<Integer> fit(List<Integer> natural, Screen screen) {
        int room = screen.width().orElse(Integer.MAX_VALUE);
        List<Integer> widths = new ArrayList<>(natural);
        while (total(widths) > room) {
            int widest = widestText(widths);
            if (widest >= 0) {
                widths.set(widest, Math.max(NARROWEST_TEXT, widths.get(widest) - (total(widths) - room)));
            } else if (widths.size() > 1) {
                widths.remove(widths.size() - 1);
            } else {
                break;
            }
        }
        return widths;
    }

    /** The widest column of texts that may still be narrowed; -1 when there is none. */
    private int widestText(List<Integer> widths) {
        int widest = -1;
        for (int i = 0; i < widths.size(); i++) {
            boolean narrows = columns.get(i).align() == Align.LEFT && widths.get(i) > NARROWEST_TEXT;
            if (narrows && (widest < 0 || widths.get(i) > widths.get(widest))) {
                widest = i;
            }
        }
        return widest;
    }

    private static int total(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
    }

    private String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, widths.size())
                .mapToObj(
                        i -> padded(cells.get(i), widths.get(i), columns.get(i).align()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, Align align) {
        String shown = Glyphs.fitted(cell, width);
        String blanks = " ".repeat(width - Glyphs.width(shown));
        return align == Align.LEFT ? shown + blanks : blanks + shown;
    }
}
