package vorsprung.ingest.publish.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.ReportedFact;
import vorsprung.publication.Reporter;

/**
 * Which sources have reported which fact, in memory. A fact takes about 50 bytes whatever its id is, since sets of
 * sources are shared; of more facts than it may hold, those known longest are forgotten. What is forgotten counts as
 * reported by nobody, which allows nothing.
 */
public final class ReporterBook {
    private static final Logger LOG = LoggerFactory.getLogger(ReporterBook.class);

    private static final int NOBODY = 0;

    private final int most;
    private final FactTable facts;
    private final List<Set<String>> sets = new ArrayList<>();
    private final Map<Set<String>, Integer> numbers = new HashMap<>();
    private boolean forgets;

    /** Holds up to so many facts. */
    public ReporterBook(int most) {
        this.most = most;
        this.facts = new FactTable(most);
        this.sets.add(NOBODY, Set.of());
    }

    /** Takes in that a source has reported a fact, or several. */
    public synchronized void add(Reporter reporter) {
        String source = reporter.getSource() == null ? Reporters.WITHOUT_SOURCE : reporter.getSource();
        add(Fingerprint.of(reporter.getType(), reporter.getKey(), reporter.getEventId()), source);
        List<ReportedFact> more = reporter.getMore();
        if (more != null) {
            more.forEach(fact -> add(Fingerprint.of(reporter.getType(), fact.getKey(), fact.getEventId()), source));
        }
    }

    private void add(Fingerprint fact, String source) {
        Set<String> before = sources(fact);
        if (!before.contains(source)) {
            Set<String> after = new HashSet<>(before);
            after.add(source);
            warn(facts.put(fact, number(Set.copyOf(after))));
        }
    }

    private void warn(boolean forgotten) {
        if (forgotten && !forgets) {
            forgets = true;
            LOG.warn("More than {} facts have been reported: correct:own fails for those known longest", most);
        }
    }

    /** The sources that have reported the fact of this report. */
    public synchronized Set<String> of(Report report) {
        return sources(Fingerprint.of(report.type().label(), report.key(), report.eventId()));
    }

    private Set<String> sources(Fingerprint fact) {
        return sets.get(facts.get(fact, NOBODY));
    }

    /** The number of a set of sources, each set kept once. */
    private int number(Set<String> set) {
        return numbers.computeIfAbsent(set, absent -> {
            sets.add(set);
            return sets.size() - 1;
        });
    }
}
