package vorsprung.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Makes the serde that the configuration names, ours unless it says otherwise. With
 * {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde} on the class path, that one serves as well.
 */
public final class SerdeFactory {
    /** Class name of the serde of record values; default {@link AvroSerde}. */
    public static final String VALUE_SERDE = "value.serde";

    private SerdeFactory() {}

    /**
     * A configured serde for values of this record class.
     *
     * @throws ConfigException when the class named by {@code value.serde} is missing, no serde, or does not start
     */
    public static <T extends SpecificRecord> Serde<T> serde(Map<String, ?> config, Class<T> record) {
        Object named = config.get(VALUE_SERDE);
        Serde<T> serde = instance(named == null ? AvroSerde.class : named);
        Map<String, Object> settings = new HashMap<>(config);
        settings.put(WireSettings.READ_SPECIFIC, true);
        settings.put(WireSettings.VALUE_TYPE, record);
        serde.configure(settings, false);
        return serde;
    }

    // The class comes from the configuration: that it is a serde of T is the operator's word.
    @SuppressWarnings("unchecked")
    private static <T> Serde<T> instance(Object named) {
        try {
            return named instanceof Class<?> type
                    ? (Serde<T>) Utils.newInstance(type.asSubclass(Serde.class))
                    : Utils.newInstance(named.toString(), Serde.class);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw unusable(named, e);
        }
    }

    private static ConfigException unusable(Object named, @Nullable Throwable cause) {
        ConfigException e = new ConfigException(VALUE_SERDE, named, "must be a Serde with a public constructor");
        e.initCause(cause);
        return e;
    }
}
