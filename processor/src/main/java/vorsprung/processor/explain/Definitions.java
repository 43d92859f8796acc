package vorsprung.processor.explain;

import java.util.List;
import java.util.Optional;

/**
 * The figures that one kind of answer bears.
 *
 * @param <T> the answer
 * @param all in the order in which people are told of them
 */
public record Definitions<T>(List<Definition<T>> all) {
    public Definitions {
        all = List.copyOf(all);
    }

    /** The figure of this name; empty when there is none. */
    public Optional<Definition<T>> named(String figure) {
        return all.stream().filter(each -> each.figure().equals(figure)).findFirst();
    }

    /** The names of all figures. */
    public List<String> names() {
        return all.stream().map(Definition::figure).toList();
    }

    /** Those that things can be put in order by. */
    public List<Definition<T>> quantities() {
        return all.stream().filter(Definition::isQuantity).toList();
    }
}
