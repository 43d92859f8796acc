package vorsprung.ingest.file;

import java.util.List;
import vorsprung.topic.Position;

/**
 * What became of an import.
 *
 * @param published events that Kafka has acknowledged
 * @param failed lines that were not published, all of them
 * @param errors the first 1,000 of what was wrong; the listener has heard every one
 * @param position where the last published events lie
 */
public record ImportResult(long published, long failed, List<LineError> errors, Position position) {
    public ImportResult {
        errors = List.copyOf(errors);
    }
}
