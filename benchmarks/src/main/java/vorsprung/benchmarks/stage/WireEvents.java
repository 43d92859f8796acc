package vorsprung.benchmarks.stage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import vorsprung.topic.EventType;
import vorsprung.wire.AvroSerializer;
import vorsprung.wire.SchemaRegistries;

/** Events as records of their topics, under their own keys. Safe for use by many threads. */
public final class WireEvents {
    private final Serializer<SpecificRecord> serializer;

    /** With the registry and serde settings of {@link SchemaRegistries}. */
    public WireEvents(Map<String, ?> registry) {
        serializer = new AvroSerializer<>();
        serializer.configure(registry, false);
    }

    /** The record of an event. */
    public ProducerRecord<byte[], byte[]> record(SpecificRecord event) {
        EventType type = typeOf(event);
        byte[] key = type.keyOf(event).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(type.topic(), key, serializer.serialize(type.topic(), event));
    }

    /** The type of an event. */
    public static EventType typeOf(SpecificRecord event) {
        for (EventType type : EventType.values()) {
            if (type.record().isInstance(event)) {
                return type;
            }
        }
        throw new IllegalArgumentException(Optional.ofNullable(event).map(Object::getClass) + " is no market event");
    }
}
