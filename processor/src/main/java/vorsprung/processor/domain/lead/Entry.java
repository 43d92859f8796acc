package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Comparator;
import vorsprung.processor.domain.fact.Result;

/**
 * A result as it counts in a race.
 *
 * @param contestant for whom it counts: the company, or a group of companies such as those with open weights
 * @param companyId whose model it is, whatever the contestants are
 * @param modelId the model
 * @param score finite, in the benchmark's unit; never the negative zero
 * @param eventId the fact it rests on
 * @param occurredAt valid time, whole milliseconds
 */
public record Entry(
        String contestant, String companyId, String modelId, double score, String eventId, Instant occurredAt) {

    /** Of equal scores at one instant, the one that caught up. */
    static final Comparator<Entry> BY_COMPANY =
            Comparator.comparing(Entry::companyId).thenComparing(Entry::modelId).thenComparing(Entry::eventId);

    /** Of equal scores of the leader at one instant, the one that set the record. */
    static final Comparator<Entry> BY_MODEL =
            Comparator.comparing(Entry::modelId).thenComparing(Entry::companyId).thenComparing(Entry::eventId);

    public Entry {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("expected a finite score of " + eventId + ", found " + score);
        }
        score += 0.0; // makes the negative zero positive, so that equal scores are equal entries
    }

    static Entry of(String contestant, Result result) {
        return new Entry(
                contestant,
                result.companyId(),
                result.modelId(),
                result.score(),
                result.place().eventId(),
                result.place().occurredAt());
    }

    boolean isOf(String someone) {
        return contestant.equals(someone);
    }
}
