package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/** A fact in force about a model that is kept under its modelId: a release or a price. */
public sealed interface ModelFact permits Price, Release {

    /** When it was so, when it was known, and its eventId. */
    Place place();

    /** Whose model it is. */
    String companyId();

    /** Display name of the model, absent when the report gave none. */
    @Nullable String model();
}
