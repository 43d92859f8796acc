package vorsprung.provision;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of one topic and its subject in the registry.
 *
 * @param name the topic
 * @param outcome whether it is as it should be
 * @param differences what is not as planned, in words; never empty when the outcome is {@link Outcome#DIFFERS}
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

    static TopicReport of(String name, Outcome outcome) {
        return new TopicReport(name, outcome, List.of(), List.of());
    }

    static TopicReport existing(String name, List<String> differences) {
        return of(name, Outcome.UNCHANGED).with(differences, List.of());
    }

    /** The same with more to say; a topic that was as planned is no longer once there are differences. */
    TopicReport with(List<String> moreDifferences, List<String> moreWarnings) {
        boolean nowDiffers = outcome == Outcome.UNCHANGED && !moreDifferences.isEmpty();
        return new TopicReport(
                name,
                nowDiffers ? Outcome.DIFFERS : outcome,
                Stream.concat(differences.stream(), moreDifferences.stream()).toList(),
                Stream.concat(warnings.stream(), moreWarnings.stream()).toList());
    }
}
