package vorsprung.processor.domain.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.domain.lead.PlainRace.Catching;

/** The definitions of competitive-lead windows, written down one by one. */
final class PlainWindow {
    private final PlainRace race;
    private final Instant asOf;

    PlainWindow(PlainRace race, Instant asOf) {
        this.race = race;
        this.asOf = asOf;
    }

    /** A window that is not after asOf, from its start to its end. */
    CompetitiveWindow measure(Instant from, Instant to) {
        Instant until = asOf.isBefore(to) ? asOf : to;
        Instant last = asOf.isBefore(to) ? asOf : to.minusMillis(1);
        Optional<String> leader = race.leader(last);
        long changes = race.leads().stream()
                .skip(1)
                .filter(lead -> isIn(lead.openedAt(), from, to))
                .count();
        List<Long> lags = race.catchings().stream()
                .filter(catching -> isIn(catching.t1(), from, to))
                .map(Catching::lagMs)
                .toList();
        return new CompetitiveWindow(
                from,
                to,
                leader.orElse(null),
                shares(from, until),
                (int) changes,
                race.frontier(from.minusMillis(1)).map(race::turned).orElse(null),
                race.frontier(last).map(race::turned).orElse(null),
                race.margin(last).orElse(null),
                leader.isEmpty() ? 0 : race.contenders(last),
                PlainRace.medianDays(lags).orElse(null));
    }

    private Map<String, Double> shares(Instant from, Instant until) {
        Map<String, Double> ledMs = new HashMap<>();
        for (LeadWindow lead : race.leads()) {
            Instant end = lead.closedAt() == null || lead.closedAt().isAfter(until) ? until : lead.closedAt();
            Instant start = lead.openedAt().isBefore(from) ? from : lead.openedAt();
            if (start.isBefore(end)) {
                ledMs.merge(lead.leader(), (double) Duration.between(start, end).toMillis(), Double::sum);
            }
        }
        ledMs.replaceAll((leader, ms) -> ms / Duration.between(from, until).toMillis());
        return ledMs;
    }

    private static boolean isIn(Instant t, Instant from, Instant to) {
        return !t.isBefore(from) && t.isBefore(to);
    }
}
