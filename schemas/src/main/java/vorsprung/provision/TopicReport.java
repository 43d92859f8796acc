package vorsprung.provision;

import java.util.List;

/**
 * What became of one topic.
 *
 * @param name the topic
 * @param outcome whether it is as it should be
 * @param differences what is not as planned, in words; empty unless the outcome is {@link Outcome#DIFFERS}
 * @param warnings what could not be done but does no harm yet, such as a registry that refuses a compatibility level
 */
public record TopicReport(String name, Outcome outcome, List<String> differences, List<String> warnings) {

    /** How a topic was found and left. */
    public enum Outcome {
        /** It was not there, and is now. */
        CREATED,
        /** It was there, as planned. */
        UNCHANGED,
        /** It is there, not as planned, and was left alone. */
        DIFFERS,
        /** It is not there, and nobody asked to create it. */
        MISSING
    }

    public TopicReport {
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
    }
}
