package vorsprung.processor.domain.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead window that is open at a standing.
 *
 * @param openedAt valid time of the record that took the lead
 * @param modelId the model that took it
 * @param openingScore its score
 * @param eventId the result that took it
 * @param predecessor the contestant that led before, absent for the first lead ever
 * @param maxMargin the greatest margin so far, absent while there is no other contestant
 */
public record Lead(
        Instant openedAt,
        String modelId,
        double openingScore,
        String eventId,
        @Nullable String predecessor,
        @Nullable Double maxMargin) {

    static Lead opened(Entry record, @Nullable String predecessor) {
        return new Lead(record.occurredAt(), record.modelId(), record.score(), record.eventId(), predecessor, null);
    }

    Lead withMargin(double margin) {
        double max = maxMargin == null ? margin : Math.max(maxMargin, margin);
        return new Lead(openedAt, modelId, openingScore, eventId, predecessor, max);
    }
}
