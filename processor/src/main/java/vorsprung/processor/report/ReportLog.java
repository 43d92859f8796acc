package vorsprung.processor.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.TimelineView;
import vorsprung.rule.EventIds;
import vorsprung.topic.CommonField;
import vorsprung.topic.EventType;

/** Reads the reports of one subject. */
public final class ReportLog {
    private final TimelineView<ReportKey, StoredReport> log;
    private final EventReader reader;

    public ReportLog(TimelineView<ReportKey, StoredReport> log, EventReader reader) {
        this.log = log;
        this.reader = reader;
    }

    /**
     * The report that a record makes: without an eventId it gets the derived one, without {@code recordedAt} its record
     * timestamp, and one that lies a little ahead of that is taken as that.
     */
    public static Report report(EventType type, SpecificRecord event, Instant timestamp, long offset) {
        Object eventId = CommonField.EVENT_ID.of(type, event);
        Object recordedAt = CommonField.RECORDED_AT.of(type, event);
        Instant known = recordedAt instanceof Instant given && given.isBefore(timestamp) ? given : timestamp;
        String id = eventId == null ? EventIds.derive(type, event) : eventId.toString();
        return new Report(new ReportKey(type, id, known, offset), event);
    }

    /** The reports of one fact, in the order in which they are folded. */
    public List<Report> ofFact(EventType type, String eventId) {
        List<Report> reports = new ArrayList<>();
        try (Cursor<Entry<ReportKey, StoredReport>> entries =
                log.ascending(ReportKey.startOf(type, eventId), ReportKey.endOf(type, eventId))) {
            entries.forEachRemaining(entry -> reports.add(read(entry)));
        }
        return reports;
    }

    /** The reports of one fact as they are stored, in the order in which they are folded. */
    public List<Entry<ReportKey, StoredReport>> stored(EventType type, String eventId) {
        List<Entry<ReportKey, StoredReport>> stored = new ArrayList<>();
        try (Cursor<Entry<ReportKey, StoredReport>> entries =
                log.ascending(ReportKey.startOf(type, eventId), ReportKey.endOf(type, eventId))) {
            entries.forEachRemaining(stored::add);
        }
        return stored;
    }

    /** The facts of the subject that the wanted reports make, in no order. */
    public List<Fact> facts(Predicate<Report> wanted) {
        List<Fact> facts = new ArrayList<>();
        List<Report> ofOne = new ArrayList<>();
        try (Cursor<Entry<ReportKey, StoredReport>> entries = log.ascending(null, null)) {
            while (entries.hasNext()) {
                Report report = read(entries.next());
                if (!ofOne.isEmpty() && !isOfSameFact(ofOne.get(0), report)) {
                    fold(ofOne).ifPresent(facts::add);
                    ofOne.clear();
                }
                if (wanted.test(report)) {
                    ofOne.add(report);
                }
            }
        }
        fold(ofOne).ifPresent(facts::add);
        facts.sort(Comparator.comparing(Fact::place));
        return facts;
    }

    private static Optional<Fact> fold(List<Report> reports) {
        return reports.isEmpty()
                ? Optional.empty()
                : Folding.fold(reports.get(0).key().type(), reports);
    }

    private static boolean isOfSameFact(Report left, Report right) {
        return left.key().type() == right.key().type()
                && left.key().eventId().equals(right.key().eventId());
    }

    /** Reads a stored report. */
    public Report read(Entry<ReportKey, StoredReport> entry) {
        return new Report(
                entry.getKey(),
                reader.read(entry.getKey().type(), entry.getValue().event()));
    }
}
