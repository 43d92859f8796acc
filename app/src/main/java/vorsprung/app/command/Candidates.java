package vorsprung.app.command;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.source.Source;
import vorsprung.ingest.source.Sources;
import vorsprung.signal.SignalType;
import vorsprung.topic.EventType;

/** What a shell may offer where a word must be one of a few. */
final class Candidates {

    private Candidates() {}

    /** Labels of the event types. */
    static final class EventTypes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(EventType.values()).map(EventType::label).iterator();
        }
    }

    /** Types of signals, as people write them. */
    static final class SignalTypes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(SignalType.values())
                    .filter(type -> type != SignalType.UNKNOWN)
                    .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .iterator();
        }
    }

    /** Sources that can be watched. */
    static final class WatchedSources implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Sources.all(Directory::empty).stream().map(Source::name).iterator();
        }
    }

    /** Kinds of subjects that have figures. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("company", "benchmark", "model").iterator();
        }
    }

    /** The shells that can complete. */
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(CompletionCommand.Shell.values())
                    .map(shell -> shell.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
