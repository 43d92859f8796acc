package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Table;
import vorsprung.topic.EventType;

/** Hands events to the gateway and shows where they lie. */
final class Publishing {

    private static final Table<Answer> PLACES = Table.of(
            Column.text("event", row -> Figures.text(row.text("eventId"))),
            Column.text("topic", row -> Figures.text(row.text("topic"))),
            Column.number("partition", row -> Figures.number(row.number("partition"))),
            Column.number("offset", row -> Figures.number(row.number("offset"))));

    private final ApiClient gateway;
    private final Output output;

    Publishing(ApiClient gateway, Output output) {
        this.gateway = gateway;
        this.output = output;
    }

    /** Publishes the event, or the events of an array, and returns the exit code. */
    int publish(EventType type, JsonNode event) {
        Answer answer = gateway.post(ApiPath.of("v1", "events", type.label()), event);
        if (output.isJson()) {
            output.json(answer);
        } else {
            List<Answer> published = StreamSupport.stream(answer.json().spliterator(), false)
                    .map(Answer::new)
                    .toList();
            output.talk().table(PLACES, published);
            published.forEach(this::warn);
        }
        return Exit.OK;
    }

    private void warn(Answer published) {
        for (JsonNode warning : published.json().path("warnings")) {
            output.talk().say("Warning: " + warning.asText());
        }
    }
}
