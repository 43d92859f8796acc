package vorsprung.processor.report;

import java.time.Instant;

/**
 * What is known of a subject's report log as a whole.
 *
 * @param lastRecordedAt greatest knowledge time of any report: a question that knows at least as much is answered from
 *     materialized state
 * @param reports how many reports there are, which is what a recomputation costs
 */
public record Subject(Instant lastRecordedAt, long reports) {

    /** The subject with one more report. */
    Subject with(Instant recordedAt) {
        return new Subject(recordedAt.isAfter(lastRecordedAt) ? recordedAt : lastRecordedAt, reports + 1);
    }
}
