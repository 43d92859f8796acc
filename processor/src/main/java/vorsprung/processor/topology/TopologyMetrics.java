package vorsprung.processor.topology;

import java.time.Instant;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.report.Outcome;
import vorsprung.topic.EventType;

/** What the topology counts, without knowing who keeps the counts. */
public interface TopologyMetrics {

    /**
     * A report that was taken.
     *
     * @param type its type
     * @param outcome what came of it
     * @param partition of the type's topic
     * @param offset in the partition
     * @param publishedAt its record timestamp
     * @param occurredAt valid time that it speaks of
     */
    record Taken(
            EventType type, Outcome.Kind outcome, int partition, long offset, Instant publishedAt, Instant occurredAt) {

        /** Whether it speaks of more than seven days before its publishing, as with signals: no news. */
        public boolean historical() {
            return Found.isHistorical(occurredAt, publishedAt);
        }
    }

    /** A report was taken into the stores; questions see it with the next commit. */
    void taken(Taken report);

    /** A report gives another figure than another source's report of the same fact does. */
    void contradicted(Taken report);

    /** A record of a type's topic became a dead letter, which is written by the next commit, if that does not fail. */
    void deadLetter(EventType type, int partition, long offset);

    /** A signal was told that is news: neither historical nor withdrawn. */
    void signal(Signal.Type type);

    /** Counts nothing. */
    static TopologyMetrics none() {
        return new TopologyMetrics() {
            @Override
            public void taken(Taken report) {}

            @Override
            public void contradicted(Taken report) {}

            @Override
            public void deadLetter(EventType type, int partition, long offset) {}

            @Override
            public void signal(Signal.Type type) {}
        };
    }
}
