package vorsprung.processor.explain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.lead.MatchedLead;
import vorsprung.topic.EventType;

/**
 * How a figure came about.
 *
 * @param subject the company, benchmark or model
 * @param figure its name
 * @param unit what it is counted in
 * @param value what it is; absent when it is unknown
 * @param rule how it comes about, a sentence for people
 * @param evidenceCount how many facts it rests on
 * @param facts the first hundred of them
 * @param leaps of a Vorsprung, what it is the median of
 */
public record Explanation(
        String subject,
        String figure,
        Unit unit,
        @Nullable Object value,
        String rule,
        long evidenceCount,
        List<Fact> facts,
        List<MatchedLead> leaps) {

    public Explanation {
        facts = List.copyOf(facts);
        leaps = List.copyOf(leaps);
    }

    /**
     * A fact that the figure rests on.
     *
     * @param key the company, benchmark or model that it is kept under
     * @param occurredAt valid time
     * @param fields what its reports say together in the fields that matter to the figure, under their JSON names
     * @param reports every report of it that counts, in the order in which they are folded
     * @param disagreements those of the fields, and {@code occurredAt}, in which reports differ
     */
    public record Fact(
            String eventId,
            EventType type,
            String key,
            Instant occurredAt,
            SortedMap<String, Object> fields,
            List<Report> reports,
            List<String> disagreements) {
        public Fact {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
            reports = List.copyOf(reports);
            disagreements = List.copyOf(disagreements);
        }
    }

    /**
     * A report of a fact, and where it lies.
     *
     * @param recordedAt knowledge time
     * @param source who reported it, by JSON name; absent when it does not say
     * @param isRetraction whether it took the fact back
     * @param fields what it says in the fields that matter
     */
    public record Report(
            Instant recordedAt,
            @Nullable Object source,
            String topic,
            int partition,
            long offset,
            boolean isRetraction,
            SortedMap<String, Object> fields) {
        public Report {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }
}
