package vorsprung.app.deadletter;

import java.util.HashMap;
import java.util.Map;
import vorsprung.ingest.publish.TextStore;

/** What was decided about dead letters, by their numbers; kept in a compacted topic, the last decision holds. */
public final class Decisions {
    private static final String PREFIX = "market.dead-letters~0~";

    private final TextStore store;

    public Decisions(TextStore store) {
        this.store = store;
    }

    /** All decisions by the number of the dead letter. */
    public Map<Long, Decision> all() {
        Map<Long, Decision> decisions = new HashMap<>();
        store.load(PREFIX)
                .forEach((key, text) ->
                        decisions.put(Long.parseLong(key.substring(PREFIX.length())), Decision.of(text)));
        return decisions;
    }

    void record(long number, Decision decision) {
        store.put(Map.of(PREFIX + number, decision.text()));
    }
}
