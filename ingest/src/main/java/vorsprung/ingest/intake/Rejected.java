package vorsprung.ingest.intake;

import java.util.List;
import vorsprung.rule.FieldError;

/** Every field that is not as it must be, in the order they were met. */
public record Rejected(List<FieldError> errors) implements Outcome {
    public Rejected {
        errors = List.copyOf(errors);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("nothing is wrong, so nothing can be rejected");
        }
    }
}
