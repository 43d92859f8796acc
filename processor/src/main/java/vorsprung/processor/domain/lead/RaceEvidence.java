package vorsprung.processor.domain.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vorsprung.processor.domain.fact.Evidence;

/** The results that each figure of a benchmark rests on, by the figure's name. */
final class RaceEvidence {
    private final Map<String, Evidence> evidence = new HashMap<>();

    private RaceEvidence() {}

    /**
     * The evidence of a standing.
     *
     * @param lastResult eventId of the last result in force
     */
    static Map<String, Evidence> of(
            Standing standing, String lastResult, List<MatchedLead> leaps, List<Entry> contenders) {
        RaceEvidence found = new RaceEvidence();
        found.addTop(standing);
        found.add("vorsprungDays", leaps.stream().flatMap(leap -> Stream.of(leap.record(), leap.catcher())));
        found.add("contenders", contenders.stream());
        found.put("leadDays", Stream.of(standing.lead().eventId()));
        found.put("higherIsBetter", Stream.of(lastResult));
        found.put("lastResultAt", Stream.of(lastResult));
        return found.evidence;
    }

    private void addTop(Standing standing) {
        Entry leader = standing.leader();
        List<Entry> both = Stream.concat(Stream.of(leader), standing.bestExcept(leader.contestant()).stream())
                .toList();
        add("leader", both.stream());
        add("leaderModelId", Stream.of(leader));
        add("frontier", Stream.of(leader));
        if (both.size() > 1) {
            add("margin", both.stream());
            add("marginPercent", both.stream());
        }
    }

    private void add(String figure, Stream<Entry> results) {
        put(figure, results.map(Entry::eventId));
    }

    private void put(String figure, Stream<String> eventIds) {
        List<String> distinct = eventIds.distinct().toList();
        List<String> named = distinct.subList(0, Math.min(distinct.size(), Evidence.MOST));
        if (!distinct.isEmpty()) {
            evidence.put(figure, new Evidence(distinct.size(), named));
        }
    }
}
