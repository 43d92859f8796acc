package vorsprung.processor.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vorsprung.processor.report.Only;
import vorsprung.processor.store.Progress;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType;
import vorsprung.topic.Position;

/** How far the event topics were processed into the stores of this instance. */
public final class ProgressQuery {
    private final MarketStores stores;

    public ProgressQuery(MarketStores stores) {
        this.stores = stores;
    }

    /** Whether the stores hold everything up to this position; partitions of other topics than events count as held. */
    public boolean hasReached(Position position) {
        return position.offsets().entrySet().stream()
                .allMatch(topic -> EventType.onTopic(topic.getKey())
                        .map(type -> topic.getValue().entrySet().stream()
                                .allMatch(each -> offset(type, each.getKey()).orElse(-1L) >= each.getValue()))
                        .orElse(true));
    }

    /** The last offset processed of every partition of an event topic that has one. */
    public Map<Integer, Long> offsets(EventType type) {
        Map<Integer, Long> offsets = new HashMap<>();
        for (int partition = 0; partition < stores.partitions(); partition++) {
            int of = partition;
            offset(type, partition).ifPresent(offset -> offsets.put(of, offset));
        }
        return offsets;
    }

    /** The last offset processed of a partition of a type's topic; empty when none was. */
    public Optional<Long> offset(EventType type, int partition) {
        if (partition >= stores.partitions()) {
            return Optional.empty();
        }
        return stores.read(
                Stores.timelines(type.subject()),
                partition,
                store -> Timelines.PROGRESS
                        .of(type.topic(), store)
                        .get(Only.ENTRY)
                        .map(Progress::offset));
    }
}
