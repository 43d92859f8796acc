package vorsprung.ingest.publish.journal;

import java.util.List;
import vorsprung.ingest.publish.Published;

/**
 * What a request with a key was answered with.
 *
 * @param request identifies type and body
 * @param published where its events lie, in their order
 * @param warnings of each event
 */
public record Answered(String request, List<Published> published, List<List<String>> warnings) {
    public Answered {
        published = List.copyOf(published);
        warnings = List.copyOf(warnings);
    }
}
