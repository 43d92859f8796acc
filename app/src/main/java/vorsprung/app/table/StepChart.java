package vorsprung.app.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dollars that hold from one time to the next, as columns over time, from zero up. */
public final class StepChart {

    private static final int ROWS = 6;
    private static final String INDENT = "  ";

    private final List<Step> steps;
    private final BigDecimal most;
    private final TimeAxis axis;
    private final String label;
    private final Screen screen;

    /**
     * What holds from now on.
     *
     * @param from when it begins
     * @param usd US dollars
     */
    public record Step(Instant from, BigDecimal usd) {}

    private StepChart(List<Step> steps, BigDecimal most, Instant until, Screen screen) {
        this.steps = steps;
        this.most = most;
        this.label = Figures.money(Optional.of(most));
        this.axis = TimeAxis.on(
                screen, INDENT.length() + label.length() + 2, steps.get(0).from(), until);
        this.screen = screen;
    }

    /** The lines of the chart of these steps, in the order of time; none where they are fewer than two. */
    public static List<String> layout(List<Step> steps, Instant until, Screen screen) {
        BigDecimal most = steps.stream().map(Step::usd).reduce(BigDecimal.ZERO, BigDecimal::max);
        boolean isDrawn = steps.size() > 1
                && most.signum() > 0
                && until.isAfter(steps.get(steps.size() - 1).from());
        return isDrawn ? new StepChart(List.copyOf(steps), most, until, screen).lines() : List.of();
    }

    private List<String> lines() {
        List<Integer> heights =
                IntStream.range(0, axis.columns()).mapToObj(this::height).toList();
        List<String> lines = new ArrayList<>();
        for (int row = ROWS - 1; row >= 0; row--) {
            String before =
                    framed(row == ROWS - 1 ? label : "", " " + screen.marks().axis());
            lines.add((before + bars(heights, row)).stripTrailing());
        }
        lines.add(framed("$0", " " + screen.marks().floor(axis.columns())));
        lines.add(framed("", INDENT + axis.dates()));
        return lines;
    }

    private String bars(List<Integer> heights, int row) {
        return heights.stream()
                .map(height -> String.valueOf(screen.marks().level(height - row * Marks.LEVELS)))
                .collect(Collectors.joining());
    }

    private String framed(String text, String behind) {
        return screen.ink().dim(INDENT + " ".repeat(label.length() - text.length()) + text + behind);
    }

    /** In levels of a character, of what holds at the end of the column; at least one where there is anything. */
    private int height(int column) {
        Instant end = axis.at(column + 1);
        BigDecimal usd = steps.stream()
                .filter(step -> step.from().isBefore(end))
                .reduce((earlier, later) -> later)
                .map(Step::usd)
                .orElse(BigDecimal.ZERO);
        int height = usd.multiply(BigDecimal.valueOf(ROWS * Marks.LEVELS))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValueExact();
        return usd.signum() > 0 ? Math.max(1, height) : 0;
    }
}
