package vorsprung.ingest.publish;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.EventType;
import vorsprung.wire.SerdeFactory;

/** Writes an event of any type with the serde that the settings name. Shared by producers, so closing it does nothing. */
final class EventSerializer implements Serializer<SpecificRecord> {
    private final Map<String, Serializer<SpecificRecord>> byTopic;

    EventSerializer(Map<String, String> settings) {
        this.byTopic = Arrays.stream(EventType.values())
                .collect(Collectors.toUnmodifiableMap(EventType::topic, type -> serializer(settings, type.record())));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord event) {
        Serializer<SpecificRecord> serializer = byTopic.get(topic);
        if (serializer == null) {
            throw new IllegalArgumentException("no event belongs on topic " + topic);
        }
        return serializer.serialize(topic, event);
    }

    private static <T extends SpecificRecord> Serializer<SpecificRecord> serializer(
            Map<String, String> settings, Class<T> record) {
        Serializer<T> typed = SerdeFactory.serde(settings, record).serializer();
        return (topic, event) -> typed.serialize(topic, record.cast(event));
    }
}
