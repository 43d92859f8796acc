package vorsprung.processor.topology;

import java.util.Locale;
import vorsprung.topic.EventType.Subject;

/**
 * Where a processor's findings go.
 *
 * @param deadLetters name of its sink of records that could not be used
 * @param changes name of its sink of changed figures
 * @param signals name of its sink of signals
 * @param crossings name of its sink of what benchmarks rest on; those of benchmarks have none
 */
record Sinks(String deadLetters, String changes, String signals, String crossings) {

    static Sinks of(Subject subject) {
        String kind = subject.name().toLowerCase(Locale.ROOT);
        return new Sinks(
                kind + "-dead-letters-sink", kind + "-changes-sink", kind + "-signals-sink", kind + "-crossings-sink");
    }
}
