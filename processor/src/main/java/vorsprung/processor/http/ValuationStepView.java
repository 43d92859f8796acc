package vorsprung.processor.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.valuation.ValuationStep;

/** A valuation step as the API shows it. */
record ValuationStepView(
        Instant occurredAt,
        String eventId,
        long valuationUsd,
        long totalRaisedUsd,
        @Nullable Double stepUp,
        List<String> evidence) {

    static ValuationStepView of(ValuationStep step) {
        return new ValuationStepView(
                step.place().occurredAt(),
                step.place().eventId(),
                step.valuationUsd(),
                step.totalRaisedUsd(),
                step.stepUp(),
                List.of(step.place().eventId()));
    }
}
