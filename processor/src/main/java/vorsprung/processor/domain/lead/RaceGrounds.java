package vorsprung.processor.domain.lead;

import java.util.List;
import java.util.Map;
import vorsprung.processor.domain.fact.Evidence;

/**
 * What the figures of a benchmark rest on, as of an instant.
 *
 * @param figures the figures
 * @param lead the lead window that is open
 * @param leaps what the Vorsprung is the median of, oldest first; none before the first leap
 * @param evidence the results that each figure rests on, by the figure's name
 */
public record RaceGrounds(
        BenchmarkFigures figures, LeadWindow lead, List<MatchedLead> leaps, Map<String, Evidence> evidence) {

    public RaceGrounds {
        leaps = List.copyOf(leaps);
        evidence = Map.copyOf(evidence);
    }
}
