package vorsprung.ingest.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vorsprung.ingest.publish.Published;

/**
 * One published event in an answer.
 *
 * @param warnings what the sender should look at; left out when there is nothing
 */
record ResultView(
        String eventId,
        String topic,
        int partition,
        long offset,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
    ResultView {
        warnings = List.copyOf(warnings);
    }

    static ResultView of(Published published, List<String> warnings) {
        return new ResultView(
                published.eventId(), published.topic(), published.partition(), published.offset(), warnings);
    }
}
