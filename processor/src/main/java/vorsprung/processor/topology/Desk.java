package vorsprung.processor.topology;

import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.WritableStore;

/** Keeps the books of one kind of subject. */
interface Desk {

    /** Takes the facts as they now are for what they were, in the timelines of this subject. */
    void change(String subject, Outcome outcome, WritableStore timelines);
}
