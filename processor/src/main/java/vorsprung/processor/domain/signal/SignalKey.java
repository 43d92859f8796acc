package vorsprung.processor.domain.signal;

import java.time.Instant;
import vorsprung.processor.domain.fact.CodePoints;

/**
 * Where a signal stands among those of its subject.
 *
 * @param occurredAt valid time of its cause
 * @param signalId tells it from others of that time
 */
public record SignalKey(Instant occurredAt, String signalId) implements Comparable<SignalKey> {

    static SignalKey of(Signal signal) {
        return new SignalKey(signal.occurredAt(), signal.signalId());
    }

    @Override
    public int compareTo(SignalKey other) {
        int byTime = occurredAt.compareTo(other.occurredAt);
        return byTime != 0 ? byTime : CodePoints.compare(signalId, other.signalId);
    }
}
