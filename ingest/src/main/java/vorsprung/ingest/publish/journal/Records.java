package vorsprung.ingest.publish.journal;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import vorsprung.topic.Topic;
import vorsprung.wire.SerdeFactory;

/** Reads the values of a topic of ours. */
public final class Records<T extends SpecificRecord> {
    private final Topic topic;
    private final Deserializer<T> deserializer;

    /** {@code registry} are settings of the serde. */
    public Records(Topic topic, Class<T> record, Map<String, String> registry) {
        this.topic = topic;
        this.deserializer = SerdeFactory.serde(registry, record).deserializer();
    }

    /** The record in these bytes; throws what the serde throws when they are none. */
    public T read(byte[] value) {
        return deserializer.deserialize(topic.name(), value);
    }
}
