package vorsprung.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records in Confluent's wire format. */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final @Nullable SchemaRegistry registry;

    public AvroDeserializer() {
        this.registry = null;
    }

    public AvroDeserializer(Class<T> record, SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        throw new UnsupportedOperationException("not yet " + registry);
    }
}
