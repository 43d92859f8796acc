package vorsprung.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.report.Outcome.Kind;
import vorsprung.topic.EventType;

/** Takes the reports of one subject, one after the other as they come, and says what became of their facts. */
public final class Ledger {
    private final Timeline<Only, Subject> subject;
    private final Timeline<ReportKey, StoredReport> log;
    private final ReportLog reports;

    /**
     * The ledger kept in these timelines.
     *
     * @param subject the log as a whole
     * @param log the reports as they came
     * @param reader reads them back
     */
    public Ledger(Timeline<Only, Subject> subject, Timeline<ReportKey, StoredReport> log, EventReader reader) {
        this.subject = subject;
        this.log = log;
        this.reports = new ReportLog(log, reader);
    }

    /** Takes a report; one that is equal in all its content to an earlier one changes nothing. */
    public Outcome take(Report report, StoredReport stored) {
        EventType type = report.key().type();
        List<Report> known = reports.ofFact(type, report.key().eventId());
        Optional<Fact> before = Folding.fold(type, known);
        if (known.stream().anyMatch(other -> other.event().equals(report.event()))) {
            return new Outcome(Kind.DUPLICATE, before, before, false);
        }
        log.put(report.key(), stored);
        count(report);
        Optional<Fact> after = Folding.fold(type, with(known, report));
        Kind kind = before.equals(after) ? Kind.SUPERSEDED : Kind.PROCESSED;
        return new Outcome(kind, before, after, Contradiction.between(report, known));
    }

    private void count(Report report) {
        Subject now = subject.get(Only.ENTRY)
                .map(known -> known.with(report.key().recordedAt()))
                .orElseGet(() -> new Subject(report.key().recordedAt(), 1));
        subject.put(Only.ENTRY, now);
    }

    private static List<Report> with(List<Report> known, Report report) {
        List<Report> all = new ArrayList<>(known);
        all.add(report);
        all.sort(Comparator.comparing(Report::key));
        return all;
    }
}
