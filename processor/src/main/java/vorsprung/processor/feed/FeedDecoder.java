package vorsprung.processor.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.topology.Writers;
import vorsprung.signal.Change;
import vorsprung.signal.Signal;
import vorsprung.topic.Topics;

/** Reads records of the feed's topics. */
final class FeedDecoder {
    private final Writers serdes;

    FeedDecoder(Writers serdes) {
        this.serdes = serdes;
    }

    FeedRecord change(byte[] value) {
        Change change =
                Objects.requireNonNull(serdes.changes().deserializer().deserialize(Topics.CHANGES.name(), value));
        return new FeedRecord.Changed(
                change.getSubject(),
                change.getSubjectType(),
                change.getFigure(),
                change.getBefore(),
                change.getAfter(),
                change.getChangedAt(),
                cause(change));
    }

    FeedRecord signal(byte[] value) {
        Signal signal =
                Objects.requireNonNull(serdes.signals().deserializer().deserialize(Topics.SIGNALS.name(), value));
        return new FeedRecord.Signalled(
                signal.getSignalId(),
                signal.getType().name(),
                signal.getSubject(),
                signal.getOccurredAt(),
                signal.getFoundAt(),
                signal.getHistorical(),
                signal.getWithdrawn(),
                signal.getValue(),
                signal.getPrevious(),
                signal.getDetail(),
                signal.getEvidence());
    }

    private static FeedRecord.@Nullable Cause cause(Change change) {
        String type = change.getEventType();
        String key = change.getEventKey();
        String eventId = change.getEventId();
        String topic = change.getTopic();
        Integer partition = change.getPartition();
        Long offset = change.getOffset();
        boolean known = type != null && key != null && eventId != null && topic != null && partition != null;
        return known && offset != null ? new FeedRecord.Cause(type, key, eventId, topic, partition, offset) : null;
    }
}
