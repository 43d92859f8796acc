package vorsprung.ingest.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;

/**
 * What became of an import.
 *
 * @param published events that Kafka has acknowledged
 * @param failed lines that were not published, all of them
 * @param errors the first 1,000 of what was wrong; the listener has heard every one
 * @param position where the last published events lie
 * @param good well-formed events by type, published or, when only checking, not
 * @param skipped lines that make no event, by reason
 */
public record ImportResult(
        long published,
        long failed,
        List<LineError> errors,
        Position position,
        Map<EventType, Long> good,
        Map<String, Long> skipped) {
    public ImportResult {
        errors = List.copyOf(errors);
        EnumMap<EventType, Long> byType = new EnumMap<>(EventType.class);
        byType.putAll(good);
        good = Collections.unmodifiableMap(byType);
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }
}
