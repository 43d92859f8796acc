package vorsprung.ingest.publish.journal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.Reporter;

/**
 * Which sources have reported which fact, in memory. A fact takes about 150 bytes whatever its id is, since sets of
 * sources are shared; of more facts than it may hold, those known longest are forgotten. What is forgotten counts as
 * reported by nobody, which allows nothing.
 */
public final class ReporterBook {
    private static final Logger LOG = LoggerFactory.getLogger(ReporterBook.class);

    private final int most;
    private final Map<Fingerprint, Set<String>> sources = new LinkedHashMap<>();
    private final Map<Set<String>, Set<String>> shared = new HashMap<>();
    private boolean forgets;

    /** Holds up to so many facts. */
    public ReporterBook(int most) {
        this.most = most;
    }

    /** Takes in that a source has reported a fact. */
    public synchronized void add(Reporter reporter) {
        String source = reporter.getSource() == null ? Reporters.WITHOUT_SOURCE : reporter.getSource();
        Fingerprint fact = Fingerprint.of(reporter.getType(), reporter.getKey(), reporter.getEventId());
        Set<String> before = sources.getOrDefault(fact, Set.of());
        if (!before.contains(source)) {
            sources.put(fact, shared(before, source));
            forget();
        }
    }

    /** The sources that have reported the fact of this report. */
    public synchronized Set<String> of(Report report) {
        return sources.getOrDefault(Fingerprint.of(report.type().label(), report.key(), report.eventId()), Set.of());
    }

    private Set<String> shared(Set<String> before, String source) {
        Set<String> after = new TreeSet<>(before);
        after.add(source);
        String[] inOrder = after.toArray(String[]::new);
        return shared.computeIfAbsent(after, absent -> Set.copyOf(Arrays.asList(inOrder)));
    }

    private void forget() {
        if (sources.size() <= most) {
            return;
        }
        sources.remove(sources.keySet().iterator().next());
        if (!forgets) {
            forgets = true;
            LOG.warn("More than {} facts have been reported: correct:own fails for those known longest", most);
        }
    }
}
