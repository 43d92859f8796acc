package vorsprung.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records in Confluent's wire format. */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final @Nullable SchemaRegistry registry;

    public AvroSerializer() {
        this.registry = null;
    }

    public AvroSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
        throw new UnsupportedOperationException("not yet " + registry);
    }
}
