package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strict rise of the frontier, and how long it took another to match it. Design, section 3.
 *
 * @param companyId the company that set it
 * @param modelId its model with that score; of several the smallest
 * @param score the new frontier
 * @param at valid time, one record per instant
 * @param lagDays days until it was matched, until asOf while it is open; one decimal
 * @param catchUp the first result of another contestant as good as it, absent while it is open
 * @param evidence eventIds of the record and of the result that matched it
 */
public record FrontierRecord(
        String companyId,
        String modelId,
        double score,
        Instant at,
        double lagDays,
        @Nullable CatchUp catchUp,
        List<String> evidence) {

    /**
     * The first result of another contestant that is no worse than a record: of several at that instant the best score,
     * then the smallest companyId, modelId.
     *
     * @param at valid time
     */
    public record CatchUp(String companyId, String modelId, double score, Instant at) {}

    public FrontierRecord {
        evidence = List.copyOf(evidence);
    }

    static FrontierRecord of(Entry record, Optional<Entry> catcher, Instant asOf) {
        CatchUp catchUp = catcher.map(by -> new CatchUp(by.companyId(), by.modelId(), by.score(), by.occurredAt()))
                .orElse(null);
        return new FrontierRecord(
                record.companyId(),
                record.modelId(),
                record.score(),
                record.occurredAt(),
                Days.between(record.occurredAt(), catchUp == null ? asOf : catchUp.at()),
                catchUp,
                Stream.concat(Stream.of(record.eventId()), catcher.map(Entry::eventId).stream())
                        .toList());
    }
}
