package vorsprung.benchmarks.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measurements in rounds. A ratio is taken within a round, whose contestants ran one shortly after the other, so that a
 * machine that is slower for an hour changes all and the ratio little.
 */
public final class Rounds {
    private final List<Map<String, Measurement>> rounds = new ArrayList<>();

    /** The order of a round: as given in the first, reversed in every other, so that nobody is always the first. */
    public static <T> List<T> order(List<T> contestants, int round) {
        List<T> order = new ArrayList<>(contestants);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return List.copyOf(order);
    }

    /** Adds a round: what each contestant measured, by its name. */
    public void add(Map<String, Measurement> round) {
        rounds.add(new LinkedHashMap<>(round));
    }

    /** The names of a contestant's figures. */
    public List<String> figures(String contestant) {
        return rounds.stream()
                .flatMap(round -> Optional.ofNullable(round.get(contestant)).stream())
                .flatMap(measured -> measured.figures().keySet().stream())
                .distinct()
                .toList();
    }

    /** A figure of a contestant over all rounds. */
    public Spread spread(String contestant, String figure) {
        return Spread.of(rounds.stream()
                .flatMap(round -> value(round, contestant, figure))
                .toList());
    }

    /** The ratio of two contestants in a figure, taken in each round; absent when no round has both. */
    public Optional<Spread> ratio(String contestant, String reference, String figure) {
        List<Double> ratios = rounds.stream()
                .flatMap(round -> value(round, contestant, figure)
                        .flatMap(above -> value(round, reference, figure).map(below -> above / below)))
                .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    private static Stream<Double> value(Map<String, Measurement> round, String contestant, String figure) {
        return Optional.ofNullable(round.get(contestant)).flatMap(measured -> measured.figure(figure)).stream();
    }
}
