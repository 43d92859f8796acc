package vorsprung.benchmarks.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vorsprung.benchmarks.contestant.Contestant;
import vorsprung.benchmarks.figure.Rounds;
import vorsprung.benchmarks.figure.Spread;

/** The outcome of a race as lines of text: first the ratios, which are to be believed, then the figures. */
public final class Report {
    private static final String LINE = "%-60s %12s %12s %12s";

    private final List<Contestant> contestants;
    private final Rounds rounds;

    public Report(List<Contestant> contestants, Rounds rounds) {
        this.contestants = List.copyOf(contestants);
        this.rounds = rounds;
    }

    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, LINE, "ratio within a round", "least", "median", "greatest"));
        contestants.forEach(contestant -> addRatios(contestant, lines));
        lines.add("");
        lines.add(String.format(Locale.ROOT, LINE, "figure", "least", "median", "greatest"));
        contestants.forEach(contestant -> addFigures(contestant, lines));
        return lines;
    }

    private void addRatios(Contestant contestant, List<String> lines) {
        for (String reference : contestant.references()) {
            for (String figure : Contestant.compared()) {
                rounds.ratio(contestant.label(), reference, figure)
                        .ifPresent(ratio ->
                                lines.add(line(contestant.label() + " ÷ " + reference + ", " + figure, ratio)));
            }
        }
    }

    private void addFigures(Contestant contestant, List<String> lines) {
        for (String figure : rounds.figures(contestant.label())) {
            lines.add(line(contestant.label() + ", " + figure, rounds.spread(contestant.label(), figure)));
        }
    }

    private static String line(String name, Spread spread) {
        return String.format(
                Locale.ROOT, LINE, name, number(spread.least()), number(spread.median()), number(spread.greatest()));
    }

    /** Three digits that count, and no more decimals than that. */
    private static String number(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(
                Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 1 ? "%.2f" : "%.3f", value);
    }
}
