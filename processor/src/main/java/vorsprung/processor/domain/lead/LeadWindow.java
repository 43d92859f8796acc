package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A maximal interval with one leader, never of zero length. Design, section 3.
 *
 * @param leader the contestant that led
 * @param modelId the model that opened it; of several with that score the smallest
 * @param openedAt valid time, inclusive
 * @param closedAt valid time, exclusive; absent while it lasts
 * @param days its length, until asOf while it lasts; one decimal
 * @param openingScore the score that opened it
 * @param closingScore the leader's best at its end, as of asOf while it lasts
 * @param maxMargin the greatest margin in it, absent when there was no other contestant
 * @param successor who led next, absent while it lasts
 * @param evidence eventIds of the results that opened it, that were the leader's best at its end, and that ended it
 */
public record LeadWindow(
        String leader,
        String modelId,
        Instant openedAt,
        @Nullable Instant closedAt,
        double days,
        double openingScore,
        double closingScore,
        @Nullable Double maxMargin,
        @Nullable String successor,
        List<String> evidence) {

    public LeadWindow {
        evidence = List.copyOf(evidence);
    }

    /**
     * @param last the last standing in the window
     * @param next the standing that ended it, empty while it lasts
     */
    static LeadWindow of(Standing last, Optional<Standing> next, Instant asOf) {
        Lead lead = last.lead();
        Instant closedAt = next.map(Standing::at).orElse(null);
        Stream<String> endedBy = next.map(Standing::leader).map(Entry::eventId).stream();
        return new LeadWindow(
                last.leader().contestant(),
                lead.modelId(),
                lead.openedAt(),
                closedAt,
                Days.between(lead.openedAt(), closedAt == null ? asOf : closedAt),
                lead.openingScore(),
                last.leader().score(),
                lead.maxMargin(),
                next.map(standing -> standing.leader().contestant()).orElse(null),
                Stream.concat(Stream.of(lead.eventId(), last.leader().eventId()), endedBy)
                        .distinct()
                        .toList());
    }
}
