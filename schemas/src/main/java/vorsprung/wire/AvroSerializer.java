package vorsprung.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in Confluent's wire format: a zero byte, the schema's id as four bytes, Avro binary. Null stays null, a
 * tombstone. Safe for use by many threads once configured.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final @Nullable SchemaRegistry given;
    private volatile @Nullable WireWriter writer;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerializer() {
        this.given = null;
    }

    /** With this registry, whatever {@link #configure} may say, and the default settings until it says others. */
    public AvroSerializer(SchemaRegistry registry) {
        this.given = registry;
        this.writer = new WireWriter(registry, WireSettings.DEFAULTS);
    }

    /**
     * Takes the settings of {@link WireSettings} and {@link SchemaRegistries}.
     *
     * @throws org.apache.kafka.common.config.ConfigException when one is missing or makes no sense
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        SchemaRegistry registry = given != null ? given : SchemaRegistries.of(configs);
        writer = new WireWriter(registry, WireSettings.of(configs, isKey));
    }

    /**
     * The bytes of a record.
     *
     * @throws org.apache.kafka.common.errors.SerializationException when the record lacks a required field, does not
     *     belong on the topic, or its schema may not be registered
     * @throws SchemaRegistryException when the registry is away or refuses
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
        if (data == null) {
            return null;
        }
        WireWriter configured = writer;
        if (configured == null) {
            throw new IllegalStateException("configure() comes before serialize()");
        }
        return configured.write(topic, data);
    }
}
