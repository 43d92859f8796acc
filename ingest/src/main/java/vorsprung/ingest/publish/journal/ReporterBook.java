package vorsprung.ingest.publish.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;
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
    /** What was worked out before: a request has the same source hundreds of times. */
    private final Map<Joined, Integer> joined = new HashMap<>();

    private boolean forgets;

    /** A set of sources, by its number, and one more. */
    private record Joined(int before, String source) {}

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
        if (reporter.getMore() != null) {
            ByteBuffer more = reporter.getMore().duplicate();
            while (more.hasRemaining()) {
                add(Fingerprint.read(more), source);
            }
        }
    }

    private void add(Fingerprint fact, String source) {
        int before = facts.get(fact, NOBODY);
        if (!sets.get(before).contains(source)) {
            warn(facts.put(fact, joined.computeIfAbsent(new Joined(before, source), this::number)));
        }
    }

    private void warn(boolean forgotten) {
        if (forgotten && !forgets) {
            forgets = true;
            LOG.warn("More than {} facts have been reported: correct:own fails for those known longest", most);
        }
    }

    /** The sources that have reported the fact of this report. */
    public Set<String> of(Report report) {
        return sources(Fingerprint.of(report));
    }

    /** The records to be written with these reports: those of facts that their source is not known to have reported. */
    public List<Companion> unknown(List<Report> reports, Instant at) {
        // The usual correction or repeat adds nobody.
        List<ReporterRecords.Fact> unknown = reports.stream()
                .map(ReporterRecords.Fact::of)
                .filter(fact -> !isKnown(fact))
                .toList();
        return ReporterRecords.of(unknown, at);
    }

    private boolean isKnown(ReporterRecords.Fact fact) {
        return sources(fact.fingerprint()).contains(fact.report().source().orElse(Reporters.WITHOUT_SOURCE));
    }

    private synchronized Set<String> sources(Fingerprint fact) {
        return sets.get(facts.get(fact, NOBODY));
    }

    /** The number of the set with one source more, each set kept once. */
    private int number(Joined joined) {
        Set<String> after = new HashSet<>(sets.get(joined.before()));
        after.add(joined.source());
        return numbers.computeIfAbsent(Set.copyOf(after), set -> {
            sets.add(set);
            return sets.size() - 1;
        });
    }
}
