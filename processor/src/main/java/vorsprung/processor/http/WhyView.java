package vorsprung.processor.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.lead.Entry;
import vorsprung.processor.domain.lead.MatchedLead;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.explain.Explanation;
import vorsprung.processor.http.BenchmarkView.ClaimView;
import vorsprung.processor.query.CompanyQuery.ClaimedLead;

/** An explanation as the API shows it; the value is as it stands in the answer that bears the figure. */
record WhyView(
        String subject,
        String figure,
        @Nullable Object value,
        @Nullable String unit,
        String rule,
        List<FactView> facts,
        long evidenceCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LeapView> leaps) {

    /** A fact that the figure rests on. */
    record FactView(
            String eventId,
            String type,
            String key,
            Instant occurredAt,
            SortedMap<String, Object> fields,
            List<ReportView> reports,
            List<String> disagreements) {
        static FactView of(Explanation.Fact fact) {
            return new FactView(
                    fact.eventId(),
                    fact.type().label(),
                    fact.key(),
                    fact.occurredAt(),
                    fact.fields(),
                    fact.reports().stream().map(ReportView::of).toList(),
                    fact.disagreements());
        }
    }

    /**
     * A report of a fact.
     *
     * @param retracted true when it took the fact back, else absent
     */
    record ReportView(
            Instant recordedAt,
            @Nullable Object source,
            String topic,
            int partition,
            long offset,
            @Nullable Boolean retracted,
            SortedMap<String, Object> fields) {
        static ReportView of(Explanation.Report report) {
            return new ReportView(
                    report.recordedAt(),
                    report.source(),
                    report.topic(),
                    report.partition(),
                    report.offset(),
                    report.isRetraction() ? true : null,
                    report.fields());
        }
    }

    /** A lead that was matched: one of those that a Vorsprung is the median of. */
    record LeapView(Side record, Side catchUp, double lagDays) {
        static LeapView of(MatchedLead lead) {
            return new LeapView(Side.of(lead.record()), Side.of(lead.catcher()), lead.lagDays());
        }
    }

    /** A result on one side of a leap. */
    record Side(String companyId, String modelId, double score, Instant at, String eventId) {
        static Side of(Entry entry) {
            return new Side(entry.companyId(), entry.modelId(), entry.score(), entry.occurredAt(), entry.eventId());
        }
    }

    static WhyView of(Explanation explanation) {
        return new WhyView(
                explanation.subject(),
                explanation.figure(),
                shown(explanation.value()),
                explanation.unit().label().orElse(null),
                explanation.rule(),
                explanation.facts().stream().map(FactView::of).toList(),
                explanation.evidenceCount(),
                explanation.leaps().stream().map(LeapView::of).toList());
    }

    /** The usage of products and claims have forms of their own, the same as in the answers that bear them. */
    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(WhyView::shownInList).toList()
                : value;
    }

    private static Object shownInList(Object value) {
        return value instanceof ClaimedLead claimed ? ClaimView.of(claimed) : CompanyView.Use.of((Company.Use) value);
    }
}
