package vorsprung.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in Confluent's wire format into their generated classes. What a newer writer added is passed over, an
 * enum symbol of its own becomes {@code UNKNOWN}. Null stays null, a tombstone. Safe for use by many threads once
 * configured.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final @Nullable SchemaRegistry given;
    private final @Nullable Class<T> type;
    private volatile @Nullable WireReader<T> reader;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroDeserializer() {
        this.given = null;
        this.type = null;
    }

    /** Reads this record class from this registry, whatever {@link #configure} may say. */
    public AvroDeserializer(Class<T> record, SchemaRegistry registry) {
        this.given = registry;
        this.type = record;
        this.reader = new WireReader<>(registry, WireSettings.DEFAULTS.reading(record));
    }

    /**
     * Takes the settings of {@link WireSettings} and {@link SchemaRegistries}.
     *
     * @throws org.apache.kafka.common.config.ConfigException when one is missing or makes no sense
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        WireSettings settings = WireSettings.of(configs, isKey);
        SchemaRegistry registry = given != null ? given : SchemaRegistries.of(configs);
        reader = new WireReader<>(registry, type != null ? settings.reading(type) : settings);
    }

    /**
     * The record in these bytes.
     *
     * @throws UnreadableRecordException when the bytes are no record of the topic, now and ever
     * @throws SchemaRegistryException when the registry is away or refuses, which says nothing against the record
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        return data == null ? null : configured().read(topic, data, 0, data.length);
    }

    /** The same, without a copy of the bytes. */
    @Override
    public @Nullable T deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
        if (data == null || !data.hasArray()) {
            return deserialize(topic, Utils.toNullableArray(data));
        }
        return configured().read(topic, data.array(), data.arrayOffset() + data.position(), data.remaining());
    }

    private WireReader<T> configured() {
        WireReader<T> configured = reader;
        if (configured == null) {
            throw new IllegalStateException("configure() comes before deserialize()");
        }
        return configured;
    }
}
