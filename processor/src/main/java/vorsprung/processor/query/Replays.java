package vorsprung.processor.query;

import java.util.List;
import java.util.Optional;
import vorsprung.processor.report.EventReader;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.ReportLog;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType;

/** Folds the reports of a subject again, as far as they were known at an earlier time. */
public final class Replays {
    private final MarketStores stores;
    private final EventReader reader;
    private final long mostReports;

    /**
     * Replays from these stores.
     *
     * @param mostReports how many reports one question may read
     */
    public Replays(MarketStores stores, EventReader reader, long mostReports) {
        this.stores = stores;
        this.reader = reader;
        this.mostReports = mostReports;
    }

    /** The subject's log as a whole; empty when it was never reported on. */
    static Optional<Subject> subject(String subject, ReadableStore timelines) {
        return Timelines.SUBJECTS.of(subject, timelines).get(Only.ENTRY);
    }

    /**
     * The facts of a subject as the question knows them, in the order of their places.
     *
     * @throws TooMuchException if the subject has more reports than one question may read
     */
    List<Fact> facts(EventType.Subject kind, String subject, Subject log, Question question) {
        if (log.reports() > mostReports) {
            throw new TooMuchException(
                    new TooMuchException.Excess(kind, subject, log.reports(), log.lastRecordedAt()), mostReports);
        }
        return stores.read(
                Stores.reports(kind),
                stores.partitionOf(subject),
                store -> new ReportLog(Timelines.REPORTS.of(subject, store), reader).facts(question::knows));
    }
}
