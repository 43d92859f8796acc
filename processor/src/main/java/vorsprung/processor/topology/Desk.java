package vorsprung.processor.topology;

import java.time.Instant;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.WritableStore;
import vorsprung.topic.EventType;

/** Keeps the books of one kind of subject. */
interface Desk {

    /**
     * A fact that is not what it was.
     *
     * @param subject whose fact it is
     * @param outcome the fact before and after
     * @param foundAt timestamp of the record that brought it: what the present is
     * @param timelines where the books are kept
     */
    record Case(String subject, Outcome outcome, Instant foundAt, WritableStore timelines) {

        /** The fact's type. */
        EventType type() {
            return outcome.after().or(outcome::before).orElseThrow().type();
        }

        /** The earliest valid time that the fact had or has. */
        Instant from() {
            Instant before = outcome.before().map(fact -> fact.occurredAt()).orElse(Instant.MAX);
            Instant after = outcome.after().map(fact -> fact.occurredAt()).orElse(Instant.MAX);
            return before.isBefore(after) ? before : after;
        }
    }

    /**
     * Notes what a report is about that was not known before, whether or not it changes its fact: what was known earlier
     * may rest on it.
     */
    default void note(EventType type, String subject, WritableStore timelines) {}

    /** Takes the fact as it now is for what it was. */
    Findings settle(Case changed);
}
