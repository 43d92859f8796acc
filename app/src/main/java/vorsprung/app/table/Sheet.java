package vorsprung.app.table;

import java.util.ArrayList;
import java.util.List;

/** Figures below one another, each with its name before it and what is to be said of it behind. */
public final class Sheet {

    private static final String INDENT = "  ";

    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, String value, String note) {}

    /** Adds a figure. */
    public Sheet add(String name, String value) {
        return add(name, value, "");
    }

    /** Adds a figure and a remark on it. */
    public Sheet add(String name, String value, String note) {
        lines.add(new Line(name, value, note));
        return this;
    }

    /** The lines, figures under one another. */
    public List<String> layout(Screen screen) {
        int names =
                lines.stream().mapToInt(line -> Glyphs.width(line.name)).max().orElse(0);
        int values = lines.stream()
                .filter(line -> !line.note.isEmpty())
                .mapToInt(line -> Glyphs.width(line.value))
                .max()
                .orElse(0);
        return lines.stream().map(line -> shown(line, names, values, screen)).toList();
    }

    private static String shown(Line line, int names, int values, Screen screen) {
        String note = line.note.isEmpty()
                ? ""
                : padding(line.value, values) + INDENT + screen.ink().dim(line.note);
        return INDENT + line.name + padding(line.name, names) + INDENT + line.value + note;
    }

    private static String padding(String text, int width) {
        return " ".repeat(Math.max(0, width - Glyphs.width(text)));
    }
}
