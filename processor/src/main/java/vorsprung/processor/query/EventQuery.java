package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vorsprung.processor.report.EventReader;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.Folding;
import vorsprung.processor.report.Report;
import vorsprung.processor.report.ReportFields;
import vorsprung.processor.report.ReportKey;
import vorsprung.processor.report.ReportLog;
import vorsprung.processor.report.StoredReport;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType;

/** Questions about the evidence: a fact with all its reports. */
public final class EventQuery {
    private static final Set<String> OF_REPORTS = Set.of("retracted", "clears");

    private final MarketStores stores;
    private final EventReader reader;

    EventQuery(MarketStores stores, EventReader reader) {
        this.stores = stores;
        this.reader = reader;
    }

    /**
     * A fact and what was reported of it. Fields are under their JSON names, as they are published.
     *
     * @param eventId the fact's id
     * @param type label of its type
     * @param fact what the reports say together; empty when it is retracted
     * @param reports each report, in the order in which they are folded
     * @param disagreements the fields in which they differ
     */
    public record Story(
            String eventId,
            String type,
            Optional<SortedMap<String, Object>> fact,
            List<Told> reports,
            List<String> disagreements) {}

    /** A report and where it lies. */
    public record Told(String topic, int partition, long offset, SortedMap<String, Object> fields) {}

    /** The story of a fact, as far as it was known then; empty when it was never reported. */
    public Optional<Story> story(EventType type, String key, String eventId, Question question) {
        return stores.read(
                Stores.reports(type.subject()),
                stores.partitionOf(key),
                store -> story(type, key, eventId, question, store));
    }

    private Optional<Story> story(EventType type, String key, String eventId, Question question, ReadableStore store) {
        ReportLog log = new ReportLog(Timelines.REPORTS.of(key, store), reader);
        List<Report> reports = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (Entry<ReportKey, StoredReport> entry : log.stored(type, eventId)) {
            Report report = log.read(entry);
            if (question.knows(report)) {
                reports.add(report);
                told.add(told(report, entry.getValue()));
            }
        }
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fact> fact = Folding.fold(type, reports);
        return Optional.of(new Story(
                eventId, type.label(), fact.map(EventQuery::fields), told, ReportFields.disagreements(type, reports)));
    }

    /** A fact in force is not retracted, and what a report cleared is said by that report. */
    private static SortedMap<String, Object> fields(Fact fact) {
        SortedMap<String, Object> fields = ReportFields.of(fact.type(), fact.event());
        fields.keySet().removeAll(OF_REPORTS);
        return fields;
    }

    private static Told told(Report report, StoredReport stored) {
        EventType type = report.key().type();
        SortedMap<String, Object> fields = ReportFields.of(type, report.event());
        fields.put("recordedAt", report.key().recordedAt());
        return new Told(type.topic(), stored.partition(), report.key().offset(), fields);
    }
}
