package vorsprung.processor.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.processor.explain.Definition;
import vorsprung.processor.explain.Definitions;
import vorsprung.settings.Nearest;

/**
 * The orders that a list may be asked in: by a name, from a to z, or by a figure, largest and newest first; a minus
 * before it and {@code :asc} or {@code :desc} behind it say otherwise. What has no such figure comes last, equals by id.
 *
 * @param <T> what is listed
 * @param <F> what bears its figures
 */
final class Orders<T, F> {
    private static final String ASCENDING = ":asc";
    private static final String DESCENDING = ":desc";

    private final List<Name<T>> names;
    private final Definitions<F> figures;
    private final Function<T, F> bearer;
    private final String first;

    /** A text that things can be put in order by. */
    record Name<T>(String field, Function<T, String> text) {}

    /**
     * Orders by these names, of which the first is the id, and by these figures.
     *
     * @param bearer leads from a thing to its figures
     * @param first the order when none is asked for
     */
    Orders(List<Name<T>> names, Definitions<F> figures, Function<T, F> bearer, String first) {
        this.names = List.copyOf(names);
        this.figures = figures;
        this.bearer = bearer;
        this.first = first;
    }

    /**
     * The order that a text names.
     *
     * @throws ProblemException with status 400 when there is no such name or figure
     */
    Comparator<T> of(Optional<String> sort) {
        String text = sort.map(Orders::plain).orElse(first);
        String field = text.replaceFirst(ASCENDING + "$|" + DESCENDING + "$", "");
        return byName(field, text)
                .or(() -> byFigure(field, text))
                .orElseThrow(() -> unknown(sort.orElse(first), field))
                .thenComparing(names.get(0).text());
    }

    /** A minus means descending. */
    private static String plain(String sort) {
        return sort.startsWith("-") ? sort.substring(1) + DESCENDING : sort;
    }

    private Optional<Comparator<T>> byName(String field, String text) {
        return names.stream()
                .filter(name -> name.field().equals(field))
                .findFirst()
                .map(name -> Comparator.comparing(name.text()))
                .map(order -> text.endsWith(DESCENDING) ? order.reversed() : order);
    }

    private Optional<Comparator<T>> byFigure(String field, String text) {
        Comparator<BigDecimal> values =
                text.endsWith(ASCENDING) ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return figures.named(field)
                .filter(Definition::isQuantity)
                .map(figure -> Comparator.comparing(thing -> quantity(figure, thing), Comparator.nullsLast(values)));
    }

    private @Nullable BigDecimal quantity(Definition<F> figure, T thing) {
        Object value = figure.value().apply(bearer.apply(thing));
        if (value instanceof Instant time) {
            return BigDecimal.valueOf(time.toEpochMilli());
        }
        return value == null ? null : new BigDecimal(value.toString());
    }

    private ProblemException unknown(String sort, String field) {
        List<String> fields = Stream.concat(
                        names.stream().map(Name::field),
                        figures.quantities().stream().map(Definition::figure))
                .toList();
        String near = Nearest.to(field, fields)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        return Problem.of(400, "sort must be one of " + String.join(", ", fields) + ", found \"" + sort + "\"" + near)
                .exception();
    }
}
