package vorsprung.processor.domain.lead;

import java.util.Optional;
import java.util.function.Function;
import vorsprung.processor.domain.fact.Result;

/** Between whom a race is run. Design, section 3. */
@FunctionalInterface
public interface Contestants {

    /** Every company for itself. */
    Contestants COMPANIES = result -> Optional.of(result.companyId());

    /** Models with open weights. */
    String OPEN = "open";

    /** Models whose weights are not open. */
    String CLOSED = "closed";

    /** For whom the result counts; empty when it is left out. */
    Optional<String> of(Result result);

    /**
     * Open weights against closed ones; results of models of unknown openness are left out.
     *
     * @param openWeights whether the weights of a modelId are open, empty when unknown
     */
    static Contestants byOpenness(Function<String, Optional<Boolean>> openWeights) {
        return result -> openWeights.apply(result.modelId()).map(open -> open ? OPEN : CLOSED);
    }

    /** The result as it counts; empty when it is left out. */
    default Optional<Entry> entry(Result result) {
        return of(result).map(contestant -> Entry.of(contestant, result));
    }
}
