package vorsprung.processor.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vorsprung.processor.explain.Definition.Ground;
import vorsprung.processor.query.EventQuery;
import vorsprung.processor.query.EventQuery.Story;
import vorsprung.processor.query.EventQuery.Told;
import vorsprung.processor.query.Question;

/** Looks up the facts that evidence names, as far as they were known when the question says. */
final class Facts {
    private static final String OCCURRED_AT = "occurredAt";

    private final EventQuery events;

    Facts(EventQuery events) {
        this.events = events;
    }

    /**
     * The facts of these ids, in their order. An eventId names a fact within its type only: where a figure may rest on
     * several types, it is every fact of that id that says something of the figure.
     */
    List<Explanation.Fact> of(String key, List<Ground> grounds, Collection<String> eventIds, Question question) {
        List<Explanation.Fact> facts = new ArrayList<>();
        for (String eventId : eventIds) {
            for (Ground ground : grounds) {
                events.story(ground.type(), key, eventId, question)
                        .flatMap(story -> fact(key, ground, story))
                        .filter(fact -> grounds.size() == 1 || !fact.fields().isEmpty())
                        .ifPresent(facts::add);
            }
        }
        return facts;
    }

    private static Optional<Explanation.Fact> fact(String key, Ground ground, Story story) {
        Set<String> fields = Set.copyOf(ground.fields());
        Set<String> judged = new HashSet<>(fields);
        judged.add(OCCURRED_AT);
        return story.fact()
                .map(known -> new Explanation.Fact(
                        story.eventId(),
                        ground.type(),
                        key,
                        time(known, OCCURRED_AT),
                        only(fields, known),
                        story.reports().stream()
                                .map(told -> report(fields, told))
                                .toList(),
                        story.disagreements().stream().filter(judged::contains).toList()));
    }

    private static Explanation.Report report(Set<String> fields, Told told) {
        SortedMap<String, Object> said = told.fields();
        return new Explanation.Report(
                time(said, "recordedAt"),
                said.get("source"),
                told.topic(),
                told.partition(),
                told.offset(),
                Boolean.TRUE.equals(said.get("retracted")),
                only(fields, said));
    }

    /** A time that no fact and no report is without. */
    private static Instant time(SortedMap<String, Object> said, String field) {
        return (Instant) Objects.requireNonNull(said.get(field), field);
    }

    private static SortedMap<String, Object> only(Set<String> fields, SortedMap<String, Object> said) {
        SortedMap<String, Object> wanted = new TreeMap<>(said);
        wanted.keySet().retainAll(fields);
        return wanted;
    }
}
