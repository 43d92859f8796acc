package vorsprung.provision;

import java.util.List;

/**
 * What is to be said of a topic's subject.
 *
 * @param differences what is not as planned
 * @param warnings what could not be done but does no harm yet
 */
record Finding(List<String> differences, List<String> warnings) {
    static final Finding NOTHING = new Finding(List.of(), List.of());

    static Finding difference(String difference) {
        return new Finding(List.of(difference), List.of());
    }

    static Finding warning(String warning) {
        return new Finding(List.of(), List.of(warning));
    }

    /** The report on the topic with what is to be said of its subject. */
    TopicReport addedTo(TopicReport report) {
        return report.with(differences, warnings);
    }
}
