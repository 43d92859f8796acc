package vorsprung.app.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who held something when: a line for each, in the order of their first time, filled where it was theirs. */
public final class RaceBand {

    private static final int MOST = 12;
    private static final int WIDEST_NAME = 20;
    private static final String INDENT = "  ";

    private final List<Span> spans;
    private final List<String> names;
    private final int labels;
    private final TimeAxis axis;
    private final Screen screen;

    /**
     * A time in which it was theirs.
     *
     * @param name whose
     * @param from inclusive
     * @param to exclusive
     */
    public record Span(String name, Instant from, Instant to) {}

    private RaceBand(List<Span> spans, List<String> names, Instant until, Screen screen) {
        this.spans = spans;
        this.names = names;
        this.labels = names.stream()
                .mapToInt(name -> Math.min(WIDEST_NAME, Glyphs.width(name)))
                .max()
                .orElse(0);
        this.axis =
                TimeAxis.on(screen, labels + 2 * INDENT.length(), spans.get(0).from(), until);
        this.screen = screen;
    }

    /** The lines of the band of these times, in their order; none where there is nothing to compare. */
    public static List<String> layout(List<Span> spans, Screen screen) {
        List<String> names = spans.stream().map(Span::name).distinct().toList();
        if (names.size() < 2 || names.size() > MOST) {
            return List.of();
        }
        return new RaceBand(
                        List.copyOf(spans), names, spans.get(spans.size() - 1).to(), screen)
                .lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        names.forEach(name -> lines.add(INDENT + label(name) + INDENT + cells(name)));
        lines.add(screen.ink().dim(INDENT + " ".repeat(labels) + INDENT + axis.dates()));
        return lines;
    }

    private String label(String name) {
        String shown = Glyphs.fitted(name, labels);
        return shown + " ".repeat(labels - Glyphs.width(shown));
    }

    private String cells(String name) {
        StringBuilder cells = new StringBuilder();
        IntStream.range(0, axis.columns()).forEach(column -> cells.append(cell(name, column)));
        return cells.toString();
    }

    /** Filled where any of its time was theirs, so that no lead is too short to be seen. */
    private char cell(String name, int column) {
        Instant begin = axis.at(column);
        Instant end = axis.at(column + 1);
        boolean held = spans.stream()
                .anyMatch(span -> span.name().equals(name)
                        && span.from().isBefore(end)
                        && span.to().isAfter(begin));
        return held ? screen.marks().level(Marks.LEVELS) : screen.marks().track();
    }
}
