package vorsprung.processor.domain.valuation;

import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;

/**
 * A round that set the company's valuation. Amounts are whole US dollars. Defined in the design, sections 2 and 6.
 *
 * @param place when the round occurred, when it was known, and its eventId
 * @param valuationUsd the round's valuation
 * @param totalRaisedUsd what primary rounds had raised by the round's {@code occurredAt}
 * @param stepUp valuation ÷ that of the step before; absent for the first step and after a valuation of 0
 */
public record ValuationStep(
        Place place,
        long valuationUsd,
        long totalRaisedUsd,
        @Nullable Double stepUp) {}
