package vorsprung.processor.report;

import java.time.Instant;
import vorsprung.processor.domain.fact.CodePoints;
import vorsprung.topic.EventType;

/**
 * Where a report stands in the log of its subject: the reports of one fact lie together, in the order in which they
 * are folded.
 *
 * @param type the fact's type
 * @param eventId the fact's id
 * @param recordedAt knowledge time
 * @param offset offset in its partition; earlier ones are folded first
 */
public record ReportKey(EventType type, String eventId, Instant recordedAt, long offset)
        implements Comparable<ReportKey> {
    private static final Instant BEGINNING = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** The bound before every report of a fact. */
    public static ReportKey startOf(EventType type, String eventId) {
        return new ReportKey(type, eventId, BEGINNING, Long.MIN_VALUE);
    }

    /** The bound after every report of a fact. */
    public static ReportKey endOf(EventType type, String eventId) {
        return startOf(type, eventId + '\0');
    }

    @Override
    public int compareTo(ReportKey other) {
        int byType = type.compareTo(other.type);
        if (byType != 0) {
            return byType;
        }
        int byFact = CodePoints.compare(eventId, other.eventId);
        if (byFact != 0) {
            return byFact;
        }
        int byKnowledgeTime = recordedAt.compareTo(other.recordedAt);
        return byKnowledgeTime != 0 ? byKnowledgeTime : Long.compare(offset, other.offset);
    }
}
