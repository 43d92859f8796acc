package vorsprung.ingest.publish;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vorsprung.publication.Publication;
import vorsprung.publication.PublishAnswer;
import vorsprung.publication.PublishAttempt;
import vorsprung.publication.Reporter;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/**
 * Writes an event of any type, and what goes with it, with the serde that the settings name. Shared by producers, so
 * closing it does nothing.
 */
final class EventSerializer implements Serializer<SpecificRecord> {
    private final Map<String, Serializer<SpecificRecord>> byTopic;

    EventSerializer(Map<String, String> settings) {
        Map<String, Serializer<SpecificRecord>> serializers = new HashMap<>();
        for (EventType type : EventType.values()) {
            serializers.put(type.topic(), serializer(settings, type.record()));
        }
        serializers.put(Topics.PUBLICATIONS.name(), serializer(settings, Publication.class));
        serializers.put(Topics.REPORTERS.name(), serializer(settings, Reporter.class));
        serializers.put(Topics.PUBLISH_ATTEMPTS.name(), serializer(settings, PublishAttempt.class));
        serializers.put(Topics.PUBLISH_ANSWERS.name(), serializer(settings, PublishAnswer.class));
        this.byTopic = Map.copyOf(serializers);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord event) {
        Serializer<SpecificRecord> serializer = byTopic.get(topic);
        if (serializer == null) {
            throw new IllegalArgumentException("nothing of ours belongs on topic " + topic);
        }
        return serializer.serialize(topic, event);
    }

    private static <T extends SpecificRecord> Serializer<SpecificRecord> serializer(
            Map<String, String> settings, Class<T> record) {
        Serializer<T> typed = SerdeFactory.serde(settings, record).serializer();
        return (topic, event) -> typed.serialize(topic, record.cast(event));
    }
}
