package vorsprung.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import vorsprung.app.deadletter.DeadLetter;
import vorsprung.app.deadletter.Decision;

/** A dead letter and what was decided about it. */
record DeadLetterRow(DeadLetter letter, Optional<Decision> decision) {
    String state() {
        return decision.map(made -> made.kind().name().toLowerCase(Locale.ROOT)).orElse("open");
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", letter.number())
                .put("state", state())
                .put("topic", letter.topic())
                .put("partition", letter.partition())
                .put("offset", letter.offset())
                .put("publishedAt", letter.publishedAt().toString())
                .put("cause", letter.cause());
        decision.ifPresent(made -> json.put("decidedAt", made.at().toString()).put("note", made.note()));
        return json;
    }
}
