package vorsprung.processor.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import vorsprung.processor.report.Report;
import vorsprung.processor.report.Subject;

/**
 * As of when, and as known when, something is asked.
 *
 * @param asOf valid time, whole milliseconds: only facts with {@code occurredAt <= asOf}
 * @param knownAt knowledge time, whole milliseconds: only reports with {@code recordedAt <= knownAt}
 * @param excludedSources answers as if these sources had never reported
 */
public record Question(Instant asOf, Instant knownAt, Set<String> excludedSources) {
    public Question {
        asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
        knownAt = knownAt.truncatedTo(ChronoUnit.MILLIS);
        excludedSources = Set.copyOf(excludedSources);
    }

    /** Whether materialized state, which knows every report, answers it. */
    boolean isAnsweredBy(Subject subject) {
        return excludedSources.isEmpty() && !knownAt.isBefore(subject.lastRecordedAt());
    }

    /** Whether a report counts for the question. */
    boolean knows(Report report) {
        if (report.key().recordedAt().isAfter(knownAt)) {
            return false;
        }
        return report.source().filter(excludedSources::contains).isEmpty();
    }

    /** The same question about another valid time. */
    public Question asOf(Instant other) {
        return new Question(other, knownAt, excludedSources);
    }
}
