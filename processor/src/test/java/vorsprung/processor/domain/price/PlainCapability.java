package vorsprung.processor.domain.price;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The price of a capability, looked up anew for every instant and every midnight. */
final class PlainCapability {
    private final List<CapableModel> models;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final Instant asOf;

    /** A model and its price, as "price modelId". */
    record Cheapest(long quarterMicroUsd, String modelId) {}

    PlainCapability(List<CapableModel> models, @Nullable Instant from, @Nullable Instant to, Instant asOf) {
        this.models = models;
        this.from = from;
        this.to = to;
        this.asOf = asOf;
    }

    /** The cheapest price above zero in force at an instant that is asked about. */
    Optional<Cheapest> at(Instant instant) {
        boolean isAsked = (from == null || !instant.isBefore(from))
                && (to == null || instant.isBefore(to))
                && !instant.isAfter(asOf);
        return models.stream()
                .filter(model -> isAsked && !model.since().isAfter(instant))
                .flatMap(model -> price(model, instant).map(price -> new Cheapest(price, model.modelId())).stream())
                .filter(cheapest -> cheapest.quarterMicroUsd > 0)
                .min(comparing(Cheapest::quarterMicroUsd).thenComparing(Cheapest::modelId));
    }

    /** Least squares over all midnights that have a price. */
    @Nullable Double factorPerYear() {
        Instant end = to == null || to.isAfter(asOf) ? asOf : to;
        Optional<Instant> first = firstInstant();
        if (first.isEmpty() || Duration.between(first.get(), end).toDays() < 90) {
            return null;
        }
        List<double[]> points = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(first.get(), ZoneOffset.UTC);
        for (int x = 0; x <= Duration.between(first.get(), end).toDays() + 1; x++) {
            double days = x;
            Instant midnight = day.plusDays(x).atStartOfDay(ZoneOffset.UTC).toInstant();
            at(midnight)
                    .ifPresent(
                            cheapest -> points.add(new double[] {days, Math.log((double) cheapest.quarterMicroUsd)}));
        }
        return points.size() < 2 ? null : Math.exp(-slope(points) * 365.25);
    }

    private Optional<Instant> firstInstant() {
        Stream<Instant> changes = models.stream()
                .flatMap(model -> Stream.concat(
                        Stream.of(model.since()), model.quotes().stream().map(Quote::at)));
        return Stream.concat(changes, Stream.ofNullable(from))
                .filter(instant -> at(instant).isPresent())
                .min(Instant::compareTo);
    }

    private static Optional<Long> price(CapableModel model, Instant instant) {
        return model.quotes().stream()
                .filter(quote -> !quote.at().isAfter(instant))
                .map(quote -> quote.blended().quarterMicroUsd())
                .reduce((earlier, later) -> later);
    }

    private static double slope(List<double[]> points) {
        double meanX = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double products = points.stream()
                .mapToDouble(point -> (point[0] - meanX) * (point[1] - meanY))
                .sum();
        double squares = points.stream()
                .mapToDouble(point -> (point[0] - meanX) * (point[0] - meanX))
                .sum();
        return products / squares;
    }
}
