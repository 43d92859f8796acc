package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.query.EventQuery;
import vorsprung.processor.query.EventQuery.Story;
import vorsprung.processor.query.EventQuery.Told;
import vorsprung.topic.EventType;
import vorsprung.topic.EventType.Subject;

/** {@code /v1/events/{type}/{key…}/{eventId}}: a fact with all its reports, the evidence behind every figure. */
final class EventsHandler implements Routes {
    private final EventQuery events;

    EventsHandler(EventQuery events) {
        this.events = events;
    }

    /** The answer. */
    record View(
            String eventId,
            String type,
            @Nullable SortedMap<String, Object> fact,
            List<SortedMap<String, Object>> reports,
            List<String> disagreements) {}

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/events/{type}/{key}/<eventId>", this::one);
    }

    private void one(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE);
        String label = request.pathParam("type");
        EventType type = EventType.labelled(label)
                .orElseThrow(() -> Problem.of(
                                404, "There is no event type \"" + label + "\"; there are " + EventType.labels())
                        .exception());
        Named named = name(type, request.pathParam("key"), request.pathParam("eventId"));
        Story story = events.story(type, named.key(), named.eventId(), asked.question())
                .orElseThrow(() -> Problem.of(
                                404,
                                "No " + label + " with eventId \"" + named.eventId() + "\" was reported of \""
                                        + named.key() + '"' + asked.knowledge())
                        .exception());
        request.jsonStream(Answer.to(asked.question(), view(story)));
    }

    private record Named(String key, String eventId) {}

    /** A modelId holds a slash itself, unless that came encoded. */
    private static Named name(EventType type, String key, String rest) {
        int slash = rest.indexOf('/');
        boolean keyGoesOn = type.subject() == Subject.MODEL && key.indexOf('/') < 0 && slash > 0;
        return keyGoesOn
                ? new Named(key + '/' + rest.substring(0, slash), rest.substring(slash + 1))
                : new Named(key, rest);
    }

    private static View view(Story story) {
        return new View(
                story.eventId(),
                story.type(),
                story.fact().orElse(null),
                story.reports().stream().map(EventsHandler::view).toList(),
                story.disagreements());
    }

    private static SortedMap<String, Object> view(Told told) {
        SortedMap<String, Object> view = new TreeMap<>(told.fields());
        view.put("topic", told.topic());
        view.put("partition", told.partition());
        view.put("offset", told.offset());
        return view;
    }
}
