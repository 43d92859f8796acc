package vorsprung.ingest.publish.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<Fingerprint> reported = facts(reporter);
        int[] before = facts.getAll(reported, NOBODY);
        for (int i = 0; i < before.length; i++) {
            if (!sets.get(before[i]).contains(source)) {
                int after = joined.computeIfAbsent(new Joined(before[i], source), this::number);
                warn(facts.put(reported.get(i), after));
            }
        }
    }

    private static List<Fingerprint> facts(Reporter reporter) {
        List<Fingerprint> facts = new ArrayList<>();
        facts.add(Fingerprint.of(reporter.getType(), reporter.getKey(), reporter.getEventId()));
        if (reporter.getMore() != null) {
            ByteBuffer more = reporter.getMore().duplicate();
            while (more.hasRemaining()) {
                facts.add(Fingerprint.read(more));
            }
        }
        return facts;
    }

    private void warn(boolean forgotten) {
        if (forgotten && !forgets) {
            forgets = true;
            LOG.warn("More than {} facts have been reported: correct:own fails for those known longest", most);
        }
    }

    /** The sources that have reported the fact of this report. */
    public Set<String> of(Report report) {
        return sources(List.of(Fingerprint.of(report))).get(0);
    }

    /** The records to be written with these reports: those of facts that their source is not known to have reported. */
    public List<Companion> unknown(List<Report> reports, Instant at) {
        List<Fingerprint> reported = Fingerprint.ofAll(reports);
        List<Set<String>> known = sources(reported);
        // The usual correction or repeat adds nobody.
        List<ReporterRecords.Fact> unknown = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            if (!known.get(i).contains(report.source().orElse(Reporters.WITHOUT_SOURCE))) {
                unknown.add(new ReporterRecords.Fact(report, reported.get(i)));
            }
        }
        return ReporterRecords.of(unknown, at);
    }

    private synchronized List<Set<String>> sources(List<Fingerprint> reported) {
        return Arrays.stream(facts.getAll(reported, NOBODY)).mapToObj(sets::get).toList();
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
