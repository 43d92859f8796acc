package vorsprung.processor.report;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import vorsprung.topic.EventType;
import vorsprung.wire.SerdeFactory;

/** Reads events by the serde that the configuration names. Safe for use by many threads. */
public final class WireEventReader implements EventReader {
    private final Map<EventType, Deserializer<? extends SpecificRecord>> readers = new EnumMap<>(EventType.class);

    /** A reader with the registry and serde settings of {@link SerdeFactory}. */
    public WireEventReader(Map<String, ?> config) {
        for (EventType type : EventType.values()) {
            readers.put(type, SerdeFactory.serde(config, type.record()).deserializer());
        }
    }

    @Override
    public SpecificRecord read(EventType type, ByteBuffer value) {
        Deserializer<? extends SpecificRecord> reader = Objects.requireNonNull(readers.get(type));
        return Objects.requireNonNull(reader.deserialize(type.topic(), new RecordHeaders(), value.duplicate()));
    }
}
